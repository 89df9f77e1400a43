package org.mkbackup.adapter.localdirectory;

import java.io.Closeable;
import java.io.IOException;

/** Closes what belongs together. */
final class Closing {
  private Closing() {}

  /** Closes every one, and then fails as the first that failed, with the others suppressed. */
  static void all(Iterable<? extends Closeable> open) throws IOException {
    IOException first = null;
    for (Closeable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
