package org.mkbackup.application.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.run.StageTime;

/**
 * A thread of its own that does one thing with each piece of a stream, in their order. When that
 * fails, what comes after is only given back, and who adds to it is told. Used by one thread.
 */
final class Lane implements AutoCloseable {

  /** What is done with the bytes of a piece. */
  interface Work {
    void take(byte[] bytes, int offset, int length) throws IOException;
  }

  private static final Piece END = new Piece(new Pieces());

  private final String name;
  private final Work work;
  private final Clock clock;
  private final BlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean atTheEnd;
  private Duration busy = Duration.ZERO;
  private Duration waiting = Duration.ZERO;

  Lane(String name, Work work, Clock clock) {
    this.name = name;
    this.work = work;
    this.clock = clock;
  }

  /** Adds a piece, which this gives back. */
  void add(Piece piece) {
    if (thread == null) {
      thread = new Thread(this::run, name);
      thread.setDaemon(true);
      thread.start();
    }
    queue.add(piece);
  }

  /** Throws what the work failed with, if it did. */
  void check() throws IOException {
    Throwable found = failure;
    if (found instanceof IOException io) {
      throw io;
    }
    if (found instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (found instanceof Error error) {
      throw error;
    }
  }

  /** Waits until all that was added is done, and ends the thread. */
  void finish() throws IOException {
    if (thread != null) {
      queue.add(END);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Stopped before a stream was at its end");
      }
    }
    check();
    if (thread != null && !atTheEnd) {
      throw new IOException("'" + name + "' ended before a stream was at its end");
    }
  }

  /** Ends the thread, whatever there is left to do. */
  @Override
  public void close() {
    Thread running = thread;
    if (running == null || !running.isAlive()) {
      return;
    }
    running.interrupt();
    queue.add(END);
    boolean interrupted = false;
    while (running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** To be asked when it has ended. */
  StageTime time() {
    return new StageTime(name, busy, waiting);
  }

  private void run() {
    try {
      Instant before = clock.instant();
      for (Piece piece = queue.take(); piece != END; piece = queue.take()) {
        Instant began = clock.instant();
        waiting = waiting.plus(Duration.between(before, began));
        take(piece);
        before = clock.instant();
        busy = busy.plus(Duration.between(began, before));
      }
      atTheEnd = true;
    } catch (InterruptedException e) {
      failure = new InterruptedIOException("Stopped");
    } catch (RuntimeException | Error e) {
      failure = e;
      giveAllBack();
    }
  }

  /* Who adds waits for pieces that are given back before it is told. */
  private void giveAllBack() {
    try {
      for (Piece piece = queue.take(); piece != END; piece = queue.take()) {
        piece.giveBack();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Piece piece) {
    try {
      if (failure == null) {
        work.take(piece.bytes(), 0, piece.length());
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    } finally {
      piece.giveBack();
    }
  }
}
