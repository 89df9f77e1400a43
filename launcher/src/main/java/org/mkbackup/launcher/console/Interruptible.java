package org.mkbackup.launcher.console;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.mkbackup.domain.failure.StoppedException;

/**
 * Waits that a signal couldn't end otherwise: for somebody to type, or for the other end of a pipe.
 */
final class Interruptible {
  private Interruptible() {}

  /**
   * Does it in a thread of its own, which is left behind if this one is interrupted meanwhile.
   *
   * @throws StoppedException in that case, and if it was interrupted before; the interrupt is kept
   */
  static <T> T call(Callable<T> blocking) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("Stopped by a signal", "");
    }
    FutureTask<T> task = new FutureTask<>(blocking);
    Thread thread = new Thread(task, "blocking");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped by a signal", "", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
