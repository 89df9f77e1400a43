package org.mkbackup.application.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/**
 * How a job is doing.
 *
 * @param id as it is configured; it may be illegal if {@link State#INVALID}
 * @param run the last one
 * @param attention why a person should look at it
 * @param detail more of that; possibly empty
 */
public record JobStatus(
    String id,
    State state,
    Optional<RunState> run,
    NextSchedule next,
    Optional<Attention> attention,
    String detail) {

  /** How its last run went, or goes. */
  public enum State {
    /** It never ran. */
    NEVER,
    /** A run has begun, and doesn't know yet what there is to do. */
    STARTED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** The process of the run has gone without a word. */
    KILLED,
    /** Its state file can't be read. */
    UNREADABLE,
    /** The configuration of the job makes no sense. */
    INVALID
  }

  /** Why somebody should look at it. */
  public enum Attention {
    NEVER_RAN,
    FAILED,
    KILLED,
    /** For longer than twice its period it came to no good end. */
    OVERDUE,
    /** It ended in the future: nobody knows how long ago that was. */
    FUTURE,
    UNREADABLE,
    INVALID
  }

  private static final Duration SILENCE = Duration.ofMinutes(1);

  /** Since when no byte has moved in a run at work; empty if one did within the last minute. */
  public Optional<Instant> silentSince(Instant now) {
    return moved().filter(last -> RunRecorder.elapsed(last, now).compareTo(SILENCE) >= 0);
  }

  /** When a byte moved last in a run at work, as far as that is known. */
  public Optional<Instant> moved() {
    return run.filter(r -> state == State.STARTED || state == State.RUNNING)
        .flatMap(RunState::moved);
  }

  /**
   * How long the last run took, or has taken so far; empty if that isn't known.
   *
   * @param now ends a run that is still at work
   */
  public Optional<Duration> duration(Instant now) {
    return run.flatMap(
        r ->
            switch (state) {
              case STARTED, RUNNING -> Optional.of(RunRecorder.elapsed(r.started(), now));
              default -> r.finished().map(end -> RunRecorder.elapsed(r.started(), end));
            });
  }
}
