package org.mkbackup.adapter.sitearchive;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.mkbackup.domain.port.CompressionEngine.BlockDeflater;

/** Compresses blocks on a fixed number of threads. Used by one thread. */
final class CompressorThreads implements AutoCloseable {
  private final Engines.AtLevel engine;
  private final Queue<BlockDeflater> idle = new ConcurrentLinkedQueue<>();
  private final List<Thread> started = new ArrayList<>();
  private final ExecutorService threads;

  CompressorThreads(Engines.AtLevel engine, int count) {
    this.engine = engine;
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "gzip-" + number.incrementAndGet());
              thread.setDaemon(true);
              started.add(thread);
              return thread;
            });
  }

  /** Begins to compress a block, which is the threads' own until the result is there. */
  Future<GzipBlock> compress(GzipBlock block) {
    return threads.submit(
        () -> {
          BlockDeflater free = idle.poll();
          BlockDeflater deflater = free == null ? engine.engine().deflater(engine.level()) : free;
          try {
            block.compress(deflater);
          } finally {
            idle.add(deflater);
          }
          return block;
        });
  }

  /** Waits for a result; throws what the compressor threw. */
  static GzipBlock await(Future<GzipBlock> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Ends the threads; returns when they have, which takes a block's time at most. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    for (Thread thread : started) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    idle.forEach(BlockDeflater::close);
  }
}
