package org.mkbackup.application.run;

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
}
