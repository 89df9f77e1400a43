package org.mkbackup.application.run;

import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mkbackup.domain.failure.StoppedException;

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

  /**
   * How many times as long as usual may take what moves bytes that nobody can count: a sync, or the
   * removal of what is large.
   */
  public static final int UNCOUNTED = 10;

  private record Step(String doing, int patience) {}

  private final Map<Object, Step> underWay = new LinkedHashMap<>();
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
    begin(who, new Step(doing, 1));
  }

  private void begin(Object who, Step step) throws InterruptedIOException {
    requireMovement();
    underWay.put(who, step);
    moved();
  }

  /**
   * Does what should come to an end in bounded time, though it moves no bytes.
   *
   * @param patience how many times as long as usual it may take
   */
  public <T> T during(String doing, int patience, Supplier<T> work) {
    Object who = new Object();
    try {
      synchronized (this) {
        begin(who, new Step(doing, patience));
      }
      T result = work.get();
      end(who);
      return result;
    } catch (InterruptedIOException e) {
      throw new StoppedException("It took too long", "", e);
    } finally {
      abandon(who);
    }
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
    Optional<Step> last = newest();
    if (stall.isEmpty() && last.isPresent()) {
      Duration patience = limit.multipliedBy(last.get().patience());
      if (Duration.between(moved, now).compareTo(patience) >= 0) {
        stall = Optional.of(new Stall(last.get().doing(), patience));
      }
    }
    return stall.isPresent();
  }

  /** When bytes moved, or something began or ended that should move them. */
  synchronized Instant last() {
    return moved;
  }

  private Optional<Step> newest() {
    return underWay.values().stream().reduce((one, other) -> other);
  }
}
