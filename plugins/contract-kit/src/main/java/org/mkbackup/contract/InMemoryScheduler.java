package org.mkbackup.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.port.Scheduler;

/** A timetable that nobody follows. */
public final class InMemoryScheduler implements Scheduler {
  private List<String> table = List.of();

  /** As {@link SchedulerContract#table}. */
  public List<String> table() {
    return table;
  }

  @Override
  public void replace(List<Job> jobs, Path program) {
    if (!program.toString().matches("/[A-Za-z0-9._/+-]*")) {
      throw new ConfigurationException("The program " + program + " can't be in a table", "");
    }
    table = jobs.stream().flatMap(job -> lines(job, program).stream()).toList();
  }

  private static List<String> lines(Job job, Path program) {
    return job.schedule().filter(schedule -> !schedule.disabled()).stream()
        .flatMap(
            schedule ->
                schedule.times().stream()
                    .map(
                        time ->
                            String.format(
                                Locale.ROOT,
                                "%d %d %s %s %s",
                                time.getMinute(),
                                time.getHour(),
                                days(schedule.period()),
                                program,
                                job.id())))
        .toList();
  }

  private static String days(Schedule.Period period) {
    if (period instanceof Schedule.Weekly weekly) {
      return "* * " + weekly.weekday().getValue();
    }
    return period instanceof Schedule.Monthly monthly ? monthly.day() + " * *" : "* * *";
  }
}
