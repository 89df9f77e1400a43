package org.mkbackup.adapter.sitearchive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.mkbackup.domain.run.StageTime;

/** Compresses blocks on a fixed number of threads. Used by one thread. */
final class CompressorThreads implements AutoCloseable {
  private final Supplier<BlockCompressor> compressors;
  private final Queue<BlockCompressor> idle = new ConcurrentLinkedQueue<>();
  private final AtomicLong busy = new AtomicLong();
  private final long started = System.nanoTime();
  private final int count;
  private final List<Thread> made = new ArrayList<>();
  private final ExecutorService threads;

  CompressorThreads(Supplier<BlockCompressor> compressors, int count) {
    this.compressors = compressors;
    this.count = count;
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "packing-" + number.incrementAndGet());
              thread.setDaemon(true);
              made.add(thread);
              return thread;
            });
  }

  /** Begins to compress a block, which is the threads' own until the result is there. */
  Future<Block> compress(Block block) {
    return threads.submit(
        () -> {
          long began = System.nanoTime();
          BlockCompressor free = idle.poll();
          BlockCompressor compressor = free == null ? compressors.get() : free;
          try {
            block.compress(compressor);
          } finally {
            idle.add(compressor);
            busy.addAndGet(System.nanoTime() - began);
          }
          return block;
        });
  }

  /** How long the threads were at work, in sum, and how long they waited for it. */
  StageTime time() {
    long all = count * (System.nanoTime() - started);
    return new StageTime(
        "packing", Duration.ofNanos(busy.get()), Duration.ofNanos(Math.max(0, all - busy.get())));
  }

  /** Waits for a result; throws what the compressor threw. */
  static Block await(Future<Block> result) {
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
    made.forEach(Interrupts::awaitEnd);
    idle.forEach(BlockCompressor::close);
  }
}
