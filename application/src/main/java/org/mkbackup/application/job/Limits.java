package org.mkbackup.application.job;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.mkbackup.application.stream.LimitedOutput;

/**
 * What keeps a backup from being in the way of others.
 *
 * @param threads that compress at the same time
 * @param bytesPerSecond that are written to a target at most; empty: there is no limit
 * @param idle whether a run that nobody watches gets what others leave of processors and disks
 * @param stalled how long no byte may move before a run is ended; empty: for ever
 */
public record Limits(
    int threads, OptionalLong bytesPerSecond, boolean idle, Optional<Duration> stalled) {

  /** How long no byte may move where nothing else is set. */
  public static final Duration USUAL_STALL = Duration.ofMinutes(30);

  OutputStream limit(OutputStream target, Clock clock) {
    return bytesPerSecond.isPresent()
        ? new LimitedOutput(
            target,
            bytesPerSecond.getAsLong(),
            clock,
            time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000))
        : target;
  }
}
