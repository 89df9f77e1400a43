package org.mkbackup.application.run;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where bytes should move in a run, and when they last did. While nothing is begun, nothing has to
 * move: a site is being stopped, trees are being swapped, a disk is being synced.
 *
 * <p>Once it is found that they don't move, it stays so: what is begun or ended later fails.
 */
public final class Movement {

  /** Where no byte moved for too long. */
  record Stall(String doing, Duration silent) {}

  private final LongSupplier nanos;
  private final Map<Object, String> underWay = new LinkedHashMap<>();
  private long last;
  private Optional<Stall> stall = Optional.empty();

  public Movement() {
    this(System::nanoTime);
  }

  Movement(LongSupplier nanos) {
    this.nanos = nanos;
    last = nanos.getAsLong();
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
    last = nanos.getAsLong();
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

  /** Finds out whether something has stalled for as long, which is so for good then. */
  synchronized boolean hasStalled(Duration limit) {
    long silent = nanos.getAsLong() - last;
    if (stall.isEmpty() && !underWay.isEmpty() && silent >= limit.toNanos()) {
      String doing = "";
      for (String each : underWay.values()) {
        doing = each;
      }
      stall = Optional.of(new Stall(doing, limit));
    }
    return stall.isPresent();
  }
}
