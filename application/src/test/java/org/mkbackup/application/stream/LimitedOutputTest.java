package org.mkbackup.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LimitedOutputTest {
  private final Hand hand = new Hand();
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

  @Test
  void takesAsLongAsTheLimitAsks() throws IOException {
    write(1_000_000, 10_000_000);

    assertEquals(10_000_000, sink.size());
    assertEquals(Duration.ofSeconds(10), hand.passed());
  }

  @Test
  void waitsForNothingBelowTheLimit() throws IOException {
    try (OutputStream output = limited(1_000_000)) {
      for (int second = 0; second < 5; second++) {
        output.write(new byte[100_000]);
        hand.sleep(Duration.ofSeconds(1));
      }
    }

    assertTrue(hand.passed().compareTo(Duration.ofMillis(5_110)) < 0, hand.passed()::toString);
  }

  @Test
  void makesUpForASecondOfWaitingAtMost() throws IOException {
    try (OutputStream output = limited(1_000_000)) {
      hand.sleep(Duration.ofSeconds(100));
      output.write(new byte[3_000_000]);
    }

    assertEquals(Duration.ofSeconds(102), hand.passed());
  }

  @Test
  void doesNotWaitUntilAClockThatWasSetBackIsThereAgain() throws IOException {
    try (OutputStream output = limited(1_000_000)) {
      output.write(new byte[500_000]);
      hand.sleep(Duration.ofDays(-1));
      output.write(new byte[500_000]);
    }

    Duration slept = hand.passed().plusDays(1);
    assertTrue(slept.compareTo(Duration.ofMillis(1_010)) < 0, slept::toString);
  }

  @Test
  void endsWithItsThread() {
    OutputStream output =
        new LimitedOutput(
            sink,
            1,
            hand,
            time -> {
              throw new InterruptedException();
            });

    assertThrows(InterruptedIOException.class, () -> output.write(new byte[2]));
    assertTrue(Thread.interrupted());
  }

  private void write(long limit, int length) throws IOException {
    try (OutputStream output = limited(limit)) {
      output.write(new byte[length]);
    }
  }

  private OutputStream limited(long bytesPerSecond) {
    return new LimitedOutput(sink, bytesPerSecond, hand, hand::sleep);
  }

  /** A clock that goes on only where somebody sleeps. */
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    void sleep(Duration time) {
      now = now.plus(time);
    }

    Duration passed() {
      // Rounding of each part to nanoseconds.
      return Duration.ofMillis(
          (Duration.between(Instant.EPOCH, now).toNanos() + 500_000) / 1_000_000);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
