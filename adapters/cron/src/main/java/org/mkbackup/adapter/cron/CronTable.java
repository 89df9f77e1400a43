package org.mkbackup.adapter.cron;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.port.Scheduler;
import org.mkbackup.domain.text.RawName;

/**
 * A table for cron, in the form that Checkmk's web interface gives it: a header, and a line for
 * each time of day. Output is thrown away, since the state file has it; errors go into cron's mail.
 *
 * <p>Cron takes a {@code %} for the end of a line, and hands the rest to a shell. So nothing gets
 * into a line but numbers, the id of a job, which is a word by its own rule, and a program's path
 * of characters that mean nothing to either.
 */
final class CronTable implements Scheduler {
  private static final String HEADER = "# Written by mkbackup configuration\n";
  private static final Pattern HARMLESS = Pattern.compile("/[A-Za-z0-9._/+-]*");

  private final TableFile file;
  private final String user;

  /**
   * A table that is written to a file.
   *
   * @param user the column of the user with a space behind it; empty where the table has none
   */
  CronTable(TableFile file, String user) {
    this.file = file;
    this.user = user;
  }

  @Override
  public void replace(List<Job> jobs, Path program) {
    if (!HARMLESS.matcher(program.toString()).matches()) {
      throw new ConfigurationException(
          "The program's path can't be written to a cron table: " + RawName.forPeople(program),
          "Install it in a directory whose path is of letters, digits and any of ._/+-");
    }
    StringBuilder table = new StringBuilder(HEADER);
    jobs.stream().flatMap(job -> lines(job, program)).forEach(table::append);
    file.replace(table.toString());
  }

  private Stream<String> lines(Job job, Path program) {
    return job.schedule().filter(schedule -> !schedule.disabled()).stream()
        .flatMap(schedule -> schedule.times().stream().map(time -> when(time, schedule.period())))
        .map(when -> when + " " + user + program + " backup " + job.id() + " >/dev/null\n");
  }

  private static String when(LocalTime time, Schedule.Period period) {
    return String.format(Locale.ROOT, "%d %d %s", time.getMinute(), time.getHour(), days(period));
  }

  private static String days(Schedule.Period period) {
    if (period instanceof Schedule.Weekly weekly) {
      return "* * " + weekly.weekday().getValue();
    }
    if (period instanceof Schedule.Monthly monthly) {
      return monthly.day() + " * *";
    }
    return "* * *";
  }
}
