package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import org.mkbackup.domain.failure.StoppedException;

/**
 * Turns an interrupt of the thread into a {@link StoppedException}. The interrupt is used up by it,
 * so that what is cleaned up on the way out can still wait and use channels.
 */
final class Interrupts {
  private Interrupts() {}

  static void check() {
    if (Thread.interrupted()) {
      throw stopped();
    }
  }

  /** Throws if this failure is what an interrupt makes of reading and writing. */
  static void check(IOException failure) {
    if (failure instanceof ClosedByInterruptException
        || (failure instanceof InterruptedIOException
            && !(failure instanceof SocketTimeoutException))) {
      Thread.interrupted();
      throw stopped();
    }
    check();
  }

  /** Waits for the end of a thread; an interrupt meanwhile is kept for who comes next. */
  static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static StoppedException stopped() {
    return new StoppedException("Stopped while an archive was written or read", "");
  }
}
