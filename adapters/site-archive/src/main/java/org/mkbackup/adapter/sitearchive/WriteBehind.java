package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.SiteException;

/**
 * Fills and completes files on a thread of its own, in the order in which they come, so that who
 * makes them goes on. A fixed number of steps is under way. When one fails, those that come after
 * are only dropped, and who adds another or waits is told. Used by one thread.
 */
final class WriteBehind implements AutoCloseable {
  /* Each may hold a file open. */
  private static final int STEPS = 64;

  /** Something to be done with a file. */
  interface Step {
    void run() throws IOException;

    /** Gives back what it holds; called once, after {@link #run} or in its place. */
    void drop();
  }

  private record Entry(String below, Step step) {}

  private final BiFunction<String, IOException, SiteException> failing;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(STEPS);
  private @Nullable Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean closing;

  /**
   * Starts nothing yet.
   *
   * @param failing says what failed, of a file's name
   */
  WriteBehind(BiFunction<String, IOException, SiteException> failing) {
    this.failing = failing;
  }

  /** Adds a step, which is dropped if this fails. */
  void add(String below, Step step) {
    if (thread == null) {
      thread = new Thread(this::run, "writing");
      thread.setDaemon(true);
      thread.start();
    }
    boolean added = false;
    try {
      check();
      queue.put(new Entry(below, step));
      added = true;
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    } finally {
      if (!added) {
        step.drop();
      }
    }
  }

  /** Waits until all that was added is done. */
  void await() {
    if (thread == null) {
      return;
    }
    Mark mark = new Mark(new CountDownLatch(1));
    add("", mark);
    try {
      mark.reached().await();
    } catch (InterruptedException e) {
      throw Interrupts.stopped();
    }
    check();
  }

  private void check() {
    Throwable found = failure;
    if (found instanceof RuntimeException e) {
      throw e;
    }
    if (found instanceof Error e) {
      throw e;
    }
  }

  private void run() {
    for (Entry entry = take(); !(entry.step() instanceof End); entry = take()) {
      try {
        if (failure == null && !closing) {
          entry.step().run();
        }
      } catch (IOException e) {
        failure = failing.apply(entry.below(), e);
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        entry.step().drop();
      }
    }
  }

  /* Nobody interrupts this thread. */
  private Entry take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        failure = Interrupts.stopped();
      }
    }
  }

  /** Ends the thread; what wasn't waited for may not have been done. */
  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    closing = true;
    boolean interrupted = false;
    boolean told = false;
    while (running.isAlive()) {
      try {
        if (!told) {
          queue.put(new Entry("", new End()));
          told = true;
        }
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells when the steps before it are over. */
  private record Mark(CountDownLatch reached) implements Step {
    @Override
    public void run() {}

    @Override
    public void drop() {
      reached.countDown();
    }
  }

  private record End() implements Step {
    @Override
    public void run() {}

    @Override
    public void drop() {}
  }
}
