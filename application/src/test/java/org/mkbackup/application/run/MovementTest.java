package org.mkbackup.application.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.StoppedException;

class MovementTest {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Clock clock = mock();
  private Instant now = Instant.parse("2026-11-01T02:30:00Z");
  private final Movement movement = movement();
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

  private Movement movement() {
    when(clock.instant()).thenAnswer(call -> now);
    return new Movement(clock);
  }

  /* Somebody looks now and then. */
  private void pass(Duration time) {
    Duration step = LIMIT.dividedBy(20);
    for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(step)) {
      now = now.plus(left.compareTo(step) < 0 ? left : step);
      movement.hasStalled(LIMIT);
    }
  }

  @Test
  void whereNothingHasToMoveNothingStalls() {
    pass(Duration.ofDays(1));

    assertFalse(movement.hasStalled(LIMIT));
  }

  @Test
  void whatMovesNowAndThenHasNotStalled() throws IOException {
    OutputStream fed = MovingOutput.fed(sink, movement, "packing a.tar");
    for (int i = 0; i < 10; i++) {
      fed.write(1);
      pass(LIMIT.minusSeconds(1));
      assertFalse(movement.hasStalled(LIMIT));
      movement.moved();
      pass(LIMIT.minusSeconds(1));
      assertFalse(movement.hasStalled(LIMIT));
    }
    assertEquals(10, sink.size());
  }

  @Test
  void whoeverIsFedHasToBeFedUntilTheFlush() throws IOException {
    OutputStream fed = MovingOutput.fed(sink, movement, "packing a.tar");
    fed.write(new byte[] {1, 2});
    fed.flush();
    pass(Duration.ofDays(1));
    assertFalse(movement.hasStalled(LIMIT), "the site may be started meanwhile");

    fed.write(3);
    pass(LIMIT);

    assertTrue(movement.hasStalled(LIMIT));
    assertEquals(Optional.of(new Movement.Stall("packing a.tar", LIMIT)), movement.stall());
  }

  @Test
  void aSyncHasItsTimeButNotForEver() {
    assertThrows(
        StoppedException.class,
        () ->
            movement.during(
                "completing the backup",
                10,
                () -> {
                  pass(LIMIT.multipliedBy(10).minusSeconds(1));
                  assertEquals(Optional.empty(), movement.stall());
                  pass(Duration.ofSeconds(1));
                  return 1;
                }));
    assertEquals(
        new Movement.Stall("completing the backup", LIMIT.multipliedBy(10)),
        movement.stall().orElseThrow());
  }

  @Test
  void whatEndsInTimeMayBeFollowedByWhatMovesNothing() {
    assertEquals(7, movement.during("asking target 'nas'", 1, () -> 7));
    pass(Duration.ofDays(1));

    assertEquals(Optional.empty(), movement.stall());
  }

  @Test
  void aCloseMayTakeItsTime() throws IOException {
    OutputStream fed = MovingOutput.fed(sink, movement, "packing a.tar");
    fed.write(1);
    fed.close();
    pass(Duration.ofDays(1));

    assertFalse(movement.hasStalled(LIMIT));
  }

  @Test
  void betweenWritesNobodyWaitsForTheTarget() throws IOException {
    MovingOutput.taking(sink, movement, "writing a.tar").write(1);
    pass(Duration.ofDays(1));

    assertFalse(movement.hasStalled(LIMIT));
  }

  @Test
  void aWriteThatComesBackTooLateFails() {
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) {
            pass(LIMIT);
            assertTrue(movement.hasStalled(LIMIT));
          }
        };
    OutputStream taking = MovingOutput.taking(slow, movement, "writing a.tar");

    assertThrows(InterruptedIOException.class, () -> taking.write(1));
    assertEquals("writing a.tar", movement.stall().orElseThrow().doing());
    assertThrows(InterruptedIOException.class, () -> taking.write(1));
  }

  @Test
  void aReadThatComesBackTooLateFails() {
    InputStream slow =
        new ByteArrayInputStream(new byte[10]) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            pass(LIMIT);
            assertTrue(movement.hasStalled(LIMIT));
            return super.read(bytes, offset, length);
          }
        };

    assertThrows(
        InterruptedIOException.class,
        () -> new MovingInput(slow, movement, "reading a.tar").read(new byte[10]));
    assertEquals("reading a.tar", movement.stall().orElseThrow().doing());
  }

  @Test
  void aFailureEndsWhatWasUnderWay() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    assertThrows(
        IOException.class, () -> new MovingInput(broken, movement, "reading").read(new byte[1]));
    pass(Duration.ofDays(1));

    assertFalse(movement.hasStalled(LIMIT));
  }

  @Test
  void aProcessThatStoodStillOrAClockThatJumpedBeginsToCountAnew() throws IOException {
    MovingOutput.fed(sink, movement, "packing a.tar").write(1);
    now = now.plus(LIMIT);
    assertFalse(movement.hasStalled(LIMIT));
    now = now.minus(Duration.ofDays(1));
    assertFalse(movement.hasStalled(LIMIT));

    pass(LIMIT.minusSeconds(1));
    assertFalse(movement.hasStalled(LIMIT));
    pass(Duration.ofSeconds(1));

    assertTrue(movement.hasStalled(LIMIT));
  }

  @Test
  void betweenReadsTreesMayBeSwapped() throws IOException {
    InputStream input = new MovingInput(new ByteArrayInputStream(new byte[1]), movement, "reading");
    assertEquals(0, input.read());
    assertEquals(-1, input.read());
    pass(Duration.ofDays(1));

    assertFalse(movement.hasStalled(LIMIT));
  }
}
