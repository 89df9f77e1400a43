package org.mkbackup.domain.run;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a stage of the data path was at work, and how long it waited for the others.
 *
 * @param stage in a word or two, for the log
 */
public record StageTime(String stage, Duration busy, Duration waiting) {
  /** Where the clock was set back, no time has passed. */
  public StageTime {
    busy = busy.isNegative() ? Duration.ZERO : busy;
    waiting = waiting.isNegative() ? Duration.ZERO : waiting;
  }

  /** As it is logged: {@code Stage packing: busy 1.52 s, waiting 0.30 s}. */
  public String line() {
    return "Stage " + stage + ": busy " + seconds(busy) + " s, waiting " + seconds(waiting) + " s";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
  }
}
