package org.mkbackup.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
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
  static JobSettings read(Config settings) {
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
  static Map<JobId, JobSettings> readJobs(Config settings) {
    Map<JobId, JobSettings> jobs = new HashMap<>();
    for (String id : settings.getObject("jobs").keySet()) {
      Config own = settings.getConfig(ConfigUtil.joinPath("jobs", id));
      jobs.put(new JobId(id), read(own.withFallback(settings)));
    }
    return jobs;
  }

  private static int kept(Config settings, String key, int least) {
    int number = settings.getInt(key);
    if (number < least || number > MOST_KEPT || settings.getDouble(key) != number) {
      throw SettingsReader.wrongValue(settings, key, least + " to " + MOST_KEPT);
    }
    return number;
  }

  private static Period within(Config settings) {
    String key = "retention.keep-within";
    try {
      Period period = settings.getPeriod(key);
      if (!period.isNegative()
          && Math.max(period.toTotalMonths(), period.get(ChronoUnit.DAYS)) <= MOST_KEPT) {
        return period;
      }
    } catch (ConfigException.BadValue noPeriod) {
      // Told below, like one that makes no sense.
    }
    throw SettingsReader.wrongValue(
        settings, key, "a number of days, weeks, months or years: 14 days");
  }
}
