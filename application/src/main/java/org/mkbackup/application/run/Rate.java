package org.mkbackup.application.run;

import java.time.Duration;
import java.time.Instant;

/** Bytes per second, weighted towards the present: half the weight goes in ten seconds. */
public final class Rate {
  private static final double HALF_LIFE_SECONDS = 10;

  private final Instant began;
  private Instant last;
  private double rate;
  private long pending;

  public Rate(Instant began) {
    this.began = began;
    this.last = began;
  }

  public void add(long bytes) {
    pending += bytes;
  }

  /** The rate at an instant. Where that is before the last call, the clock was set back. */
  public double at(Instant now) {
    double seconds = Duration.between(last, now).toNanos() / 1e9;
    if (seconds > 0) {
      double current = pending / seconds;
      double kept = last.equals(began) ? 0 : Math.pow(0.5, seconds / HALF_LIFE_SECONDS);
      rate = rate * kept + current * (1 - kept);
      pending = 0;
      last = now;
    } else if (seconds < 0) {
      last = now;
    }
    return rate;
  }
}
