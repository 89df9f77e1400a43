package org.mkbackup.launcher.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends a run in good order when SIGTERM or SIGINT comes: the working thread is interrupted, gets
 * time to clean up, and the process exits with 1.
 */
public final class StopSignal {
  private static final int EXIT_STOPPED = 1;
  private static final int EXIT_ERROR = 3;
  private static final long SECONDS_TO_CLEAN_UP = 600;

  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile int code = EXIT_STOPPED;

  /** Whether a signal has come. */
  public boolean isStopping() {
    return stopping;
  }

  /**
   * Interrupts the calling thread, once a signal has come. Code that waits by itself, that of
   * libraries above all, may have used up the interrupt that came with the signal.
   */
  public void remind() {
    if (stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something to do at once when a signal comes, such as ending a child process. */
  public void whenStopping(Runnable action) {
    actions.add(action);
    if (stopping) {
      action.run();
    }
  }

  public void forget(Runnable action) {
    actions.remove(action);
  }

  /** Interrupts a thread as a signal would, though none has come. */
  public void interrupt(Thread run) {
    run.interrupt();
    actions.forEach(Runnable::run);
  }

  /** Ends the process as a failure, whatever its threads do. */
  public void halt() {
    Runtime.getRuntime().halt(EXIT_ERROR);
  }

  /** Runs the work in this thread, and exits with what it returns. */
  public void exitWith(IntSupplier work) {
    Thread worker = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker), "stop"));
    try {
      code = work.getAsInt();
    } finally {
      finished.countDown();
    }
    System.exit(code);
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    stopping = true;
    // It hangs as long as the worker does in a file system that gives no answer.
    Thread interrupting = new Thread(() -> interrupt(worker), "interrupt");
    interrupting.setDaemon(true);
    interrupting.start();
    try {
      if (!finished.await(SECONDS_TO_CLEAN_UP, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(EXIT_STOPPED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }
}
