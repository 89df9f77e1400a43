package org.mkbackup.application.job;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.run.NextSchedule;

/** When a job is due again. */
public final class NextRun {
  private NextRun() {}

  public static NextSchedule of(Job job, Clock clock) {
    return job.schedule().map(schedule -> of(schedule, clock)).orElseGet(NextSchedule.Never::new);
  }

  private static NextSchedule of(Schedule schedule, Clock clock) {
    if (schedule.disabled()) {
      return new NextSchedule.Disabled();
    }
    return schedule
        .nextAfter(ZonedDateTime.now(clock))
        .<NextSchedule>map(next -> new NextSchedule.At(next.toInstant()))
        .orElseGet(NextSchedule.Never::new);
  }
}
