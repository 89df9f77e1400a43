package org.mkbackup.application.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that must be done even though the run was told to stop. */
public final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * Does the work with the thread's interrupt set aside, since an interrupt makes the next access
   * to a file fail, and sets it again afterwards.
   */
  public static void run(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Does the work in a thread of its own, which no interrupt of this one reaches, and waits for its
   * end. An interrupt that came before or meanwhile is set again afterwards.
   */
  public static void toTheEnd(Runnable work) {
    FutureTask<Boolean> task = new FutureTask<>(work, true);
    new Thread(task, "to-the-end").start();
    boolean interrupted = false;
    try {
      boolean ended = false;
      while (!ended) {
        try {
          ended = task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unchecked(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(failure);
  }
}
