package org.mkbackup.adapter.omd;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Bounded waits that an interrupt doesn't end; the thread is interrupted again afterwards. A site
 * whose stop or start is left half done would be worse off than a user who waits.
 */
final class Uninterrupted {
  private static final long POLL_MILLIS = 20;

  private Uninterrupted() {}

  /** A wait of at most so many nanoseconds, which tells whether it was successful. */
  interface Wait {
    boolean of(long nanos) throws InterruptedException;
  }

  static boolean await(Duration limit, Wait wait) {
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return wait.of(Math.max(end - System.nanoTime(), 1));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Asks again and again until it is so, or the time is up. */
  static boolean poll(Duration limit, BooleanSupplier condition) {
    return await(
        limit,
        nanos -> {
          long end = System.nanoTime() + nanos;
          while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
              return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
          }
          return true;
        });
  }
}
