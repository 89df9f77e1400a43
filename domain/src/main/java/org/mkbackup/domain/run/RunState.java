package org.mkbackup.domain.run;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a run has come, as others see it in its state file.
 *
 * @param pid of the process that runs it
 * @param output all log lines so far, each ended by a line feed, without colour codes
 * @param bytesPerSecond weighted towards the last ten seconds
 * @param size of the finished backup, in bytes; empty while it runs, when it failed, and of a
 *     restore
 */
public record RunState(
    Phase phase,
    long pid,
    Instant started,
    Optional<Instant> finished,
    boolean success,
    String output,
    double bytesPerSecond,
    Optional<Long> size,
    NextSchedule nextSchedule) {

  /** The phases of a run; a finished one tells whether it was good in {@link #success}. */
  public enum Phase {
    STARTED,
    RUNNING,
    FINISHED
  }
}
