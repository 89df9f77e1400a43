package org.mkbackup.application.run;

import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where bytes should move in a run, and when they last did. While nothing is begun, nothing has to
 * move: a site is being stopped, trees are being swapped, a disk is being synced.
 *
 * <p>Once it is found that they don't move, it stays so: what is begun or ended later fails.
 */
public final class Movement {

  /** Where no byte moved for too long. */
  record Stall(String doing, Duration silent) {}

  /* Looks come far more often: the clock jumped, or the whole process stood still. */
  private static final int LONGEST_GAP = 2;

  private final Clock clock;
  private final Map<Object, String> underWay = new LinkedHashMap<>();
  private Instant moved;
  private Instant looked;
  private Optional<Stall> stall = Optional.empty();

  public Movement(Clock clock) {
    this.clock = clock;
    moved = clock.instant();
    looked = moved;
  }

  /** One that nobody looks at. */
  public static Movement unwatched() {
    return new Movement(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  /**
   * From here on bytes should move.
   *
   * @param who moves them, for {@link #end}
   * @param doing what, for people: {@code writing mkbackup.info}
   */
  synchronized void begin(Object who, String doing) throws InterruptedIOException {
    requireMovement();
    underWay.put(who, doing);
    moved();
  }

  /** Some did. */
  public synchronized void moved() {
    moved = clock.instant();
  }

  /** Whoever moved them has to do something else now. */
  synchronized void end(Object who) throws InterruptedIOException {
    underWay.remove(who);
    moved();
    requireMovement();
  }

  /** The same where a failure is under way already. */
  synchronized void abandon(Object who) {
    underWay.remove(who);
  }

  private void requireMovement() throws InterruptedIOException {
    if (stall.isPresent()) {
      throw new InterruptedIOException("No byte moved for too long");
    }
  }

  /** What stalled; empty if nothing did. */
  synchronized Optional<Stall> stall() {
    return stall;
  }

  /**
   * Finds out whether something has stalled for as long, which is so for good then. To be asked
   * many times within the limit: what is missed between two looks is not counted.
   */
  synchronized boolean hasStalled(Duration limit) {
    Instant now = clock.instant();
    Duration gap = Duration.between(looked, now);
    looked = now;
    if (gap.isNegative() || gap.multipliedBy(LONGEST_GAP).compareTo(limit) > 0) {
      moved();
    }
    if (stall.isEmpty()
        && !underWay.isEmpty()
        && Duration.between(moved, now).compareTo(limit) >= 0) {
      String doing = "";
      for (String each : underWay.values()) {
        doing = each;
      }
      stall = Optional.of(new Stall(doing, limit));
    }
    return stall.isPresent();
  }
}
