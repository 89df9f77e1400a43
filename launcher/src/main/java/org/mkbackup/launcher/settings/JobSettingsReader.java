package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.mkbackup.application.job.JobSettings;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.job.JobId;

/** Reads what may be set for one job: {@code jobs.ID.KEY} overrides {@code KEY}. */
final class JobSettingsReader {
  private static final int MOST_KEPT = 10_000;

  private JobSettingsReader() {}

  /** What holds for all jobs that have nothing of their own. */
  static JobSettings read(Values settings) {
    return new JobSettings(
        new RetentionPolicy(
            kept(settings, "retention.keep-last", 1),
            kept(settings, "retention.keep-daily", 0),
            kept(settings, "retention.keep-weekly", 0),
            kept(settings, "retention.keep-monthly", 0),
            kept(settings, "retention.keep-yearly", 0),
            within(settings)),
        new HooksReader(settings).read(),
        new CheckLevelsReader(settings).read());
  }

  /** What holds for the jobs that have. */
  static Map<JobId, JobSettings> readJobs(Values settings) {
    Map<JobId, JobSettings> jobs = new HashMap<>();
    for (String id : settings.settings().getObject("jobs").keySet()) {
      jobs.put(new JobId(id), read(settings.ofJob(id)));
    }
    return jobs;
  }

  private static int kept(Values settings, String key, int least) {
    String legal = least + " to " + MOST_KEPT;
    int number = settings.read(key, legal, Config::getInt);
    if (number < least
        || number > MOST_KEPT
        || settings.read(key, legal, Config::getDouble) != number) {
      throw settings.wrong(key, legal);
    }
    return number;
  }

  private static Period within(Values settings) {
    String key = "retention.keep-within";
    String legal = "a number of days, weeks, months or years: 14 days";
    Period period = settings.read(key, legal, Config::getPeriod);
    if (period.isNegative()
        || Math.max(period.toTotalMonths(), period.get(ChronoUnit.DAYS)) > MOST_KEPT) {
      throw settings.wrong(key, legal);
    }
    return period;
  }
}
