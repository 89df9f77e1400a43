package org.mkbackup.application.job;

import java.io.OutputStream;
import java.time.Clock;
import java.util.OptionalLong;
import org.mkbackup.application.stream.LimitedOutput;

/**
 * What keeps a backup from being in the way of others.
 *
 * @param threads that compress at the same time
 * @param bytesPerSecond that are written to a target at most; empty: there is no limit
 * @param idle whether a run that nobody watches gets what others leave of processors and disks
 */
public record Limits(int threads, OptionalLong bytesPerSecond, boolean idle) {

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
