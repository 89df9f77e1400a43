package org.mkbackup.application.job;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Schedule;

/** What a schedule is told anew. */
public sealed interface ScheduleChange {

  /** It goes: the job runs by hand only. */
  record Manual() implements ScheduleChange {}

  /**
   * When the job runs; of what is empty nothing changes, and a new schedule is daily.
   *
   * @param times all of them
   */
  record Timed(Optional<Schedule.Period> period, List<LocalTime> times, Optional<Boolean> disabled)
      implements ScheduleChange {}

  /**
   * The value under {@code schedule}.
   *
   * @param before the one so far; {@link Literal.None} for none
   */
  default Literal applyTo(Literal before) {
    if (!(this instanceof Timed timed)) {
      return Literal.none();
    }
    Literal.Dict kept = before instanceof Literal.Dict dict ? dict : Literal.Dict.EMPTY;
    Schedule schedule =
        before instanceof Literal.Dict
            ? Schedule.read(new Field("schedule", before))
            : new Schedule(false, new Schedule.Daily(), List.of());
    Schedule changed =
        new Schedule(
            timed.disabled().orElse(schedule.disabled()),
            timed.period().orElse(schedule.period()),
            timed.times().isEmpty() ? schedule.times() : timed.times());
    if (changed.times().isEmpty()) {
      throw new UsageException("The schedule has no time of day", "Name one with --at HH:MM");
    }
    return changed.write(kept);
  }
}
