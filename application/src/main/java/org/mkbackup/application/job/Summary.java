package org.mkbackup.application.job;

import java.time.Duration;
import java.util.Locale;
import org.mkbackup.application.run.ByteCount;

/** What a run came to, in a line. */
public final class Summary {
  private Summary() {}

  public static String of(String what, Duration elapsed, long bytes) {
    double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
    return String.format(
        Locale.ROOT,
        "--- %s (Duration: %s, Size: %s, IO: %s/s) ---",
        what,
        duration(elapsed),
        bytes(bytes),
        bytes(Math.round(bytes / seconds)));
  }

  static String duration(Duration elapsed) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        elapsed.toHours(),
        elapsed.toMinutesPart(),
        elapsed.toSecondsPart());
  }

  /** A number of bytes for people: {@code 1.21 GiB}. */
  public static String bytes(long bytes) {
    return ByteCount.of(bytes);
  }
}
