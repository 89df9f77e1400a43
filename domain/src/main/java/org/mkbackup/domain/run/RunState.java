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
 * @param before the last good run before this one, if that is known
 * @param moved when a byte moved last, while it runs
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
    NextSchedule nextSchedule,
    Optional<GoodRun> before,
    Optional<Instant> moved) {

  /** The state of a run before which none was good. */
  public RunState(
      Phase phase,
      long pid,
      Instant started,
      Optional<Instant> finished,
      boolean success,
      String output,
      double bytesPerSecond,
      Optional<Long> size,
      NextSchedule nextSchedule) {
    this(
        phase,
        pid,
        started,
        finished,
        success,
        output,
        bytesPerSecond,
        size,
        nextSchedule,
        Optional.empty());
  }

  /** The state of a run of which nobody knows when a byte moved. */
  public RunState(
      Phase phase,
      long pid,
      Instant started,
      Optional<Instant> finished,
      boolean success,
      String output,
      double bytesPerSecond,
      Optional<Long> size,
      NextSchedule nextSchedule,
      Optional<GoodRun> before) {
    this(
        phase,
        pid,
        started,
        finished,
        success,
        output,
        bytesPerSecond,
        size,
        nextSchedule,
        before,
        Optional.empty());
  }

  /** The last good run, this one or one before; empty if none is known. */
  public Optional<GoodRun> lastGood() {
    return success && finished.isPresent() && size.isPresent()
        ? Optional.of(new GoodRun(finished.get(), size.get()))
        : before;
  }

  /** The phases of a run; a finished one tells whether it was good in {@link #success}. */
  public enum Phase {
    STARTED,
    RUNNING,
    FINISHED
  }
}
