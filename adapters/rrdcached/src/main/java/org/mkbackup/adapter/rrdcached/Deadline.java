package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The instant by which something must have happened. */
final class Deadline {
  private final Duration patience;
  private final long end;

  private Deadline(Duration patience) {
    this.patience = patience;
    this.end = System.nanoTime() + patience.toNanos();
  }

  static Deadline in(Duration patience) {
    return new Deadline(patience);
  }

  /** Fails when the instant has passed. */
  void check() throws SocketTimeoutException {
    if (left() <= 0) {
      throw new SocketTimeoutException("no answer in " + patience.toMillis() + " ms");
    }
  }

  private long left() {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  /**
   * Waits until a channel is ready. An interrupt doesn't end it: the wait is short, and a daemon
   * that was asked is to be heard, or the stream is out of step.
   */
  void await(Selector selector) throws IOException {
    boolean interrupted = false;
    try {
      do {
        check();
        interrupted |= Thread.interrupted();
      } while (selector.select(Math.max(left(), 1)) == 0);
      selector.selectedKeys().clear();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
