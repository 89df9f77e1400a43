package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Work on files that is done whether the thread was told to stop or not. A channel closes itself at
 * an interrupt, which would leave a swap, or its undo, half done.
 */
final class Uninterrupted {

  /** May be begun again when an interrupt broke it off. */
  interface Work<T> {
    T run() throws IOException;
  }

  private Uninterrupted() {}

  static <T> T call(Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
