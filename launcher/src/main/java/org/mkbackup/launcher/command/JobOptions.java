package org.mkbackup.launcher.command;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.mkbackup.application.job.JobChange;
import org.mkbackup.application.job.ScheduleChange;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.target.TargetId;

/** What {@code job add} and {@code job edit} can be told of a job. */
final class JobOptions {
  private final Word<String> title;
  private final Word<String> target;
  private final Word<String> key;
  private final Flag noKey;
  private final Flag compress;
  private final Flag noCompress;
  private final Flag history;
  private final Flag noHistory;
  private final Flag withSites;
  private final Flag withoutSites;
  private final Flag daily;
  private final Word<String> weekly;
  private final Word<String> monthly;
  private final Flag manual;
  private final Word<List<String>> times;
  private final Flag enabled;
  private final Flag disabled;

  JobOptions(Command command) {
    title = command.option("--title", "TEXT", "What people call it.");
    target =
        command.option("--target", "TARGET", "Where its backups go. The target must be ready.");
    key = command.option("--key", "KEY", "Seal with this key: id or alias.");
    noKey = command.flag("--no-key", "Don't seal.");
    command.oneOf(key.spec(), noKey.spec());
    compress = command.flag("--compress", "Compress (a new job's default).");
    noCompress = command.flag("--no-compress", "Don't compress.");
    command.oneOf(compress.spec(), noCompress.spec());
    history = command.flag("--history", "With performance data, logs and baked agents.");
    noHistory = command.flag("--no-history", "Without them.");
    command.oneOf(history.spec(), noHistory.spec());
    withSites = command.flag("--with-sites", "With the sites (as root on an appliance).");
    withoutSites = command.flag("--without-sites", "Without them.");
    command.oneOf(withSites.spec(), withoutSites.spec());
    daily = command.flag("--daily", "Run every day.");
    weekly = command.option("--weekly", "DAY", "Run on mon, tue, … sun.");
    monthly = command.option("--monthly", "N", "Run on day 1 to 28.");
    manual = command.flag("--manual", "Have no schedule: run by hand only.");
    command.oneOf(daily.spec(), weekly.spec(), monthly.spec(), manual.spec());
    times = command.repeated("--at", "HH:MM", "A time of day; may be given several times.");
    enabled = command.flag("--enabled", "Follow the schedule.");
    disabled = command.flag("--disabled", "Keep the schedule, but don't follow it.");
    command.oneOf(enabled.spec(), disabled.spec());
  }

  JobChange change() {
    return new JobChange(
        title.told(),
        target.told().map(TargetId::new),
        sealing(),
        new JobChange.Contents(
            Flag.either(compress, noCompress),
            Flag.either(noHistory, history),
            Flag.either(withoutSites, withSites)),
        schedule());
  }

  private Optional<JobChange.Sealing> sealing() {
    return key.told().isPresent() || noKey.told().isPresent()
        ? Optional.of(new JobChange.Sealing(key.told()))
        : Optional.empty();
  }

  private Optional<ScheduleChange> schedule() {
    List<LocalTime> at = times.told().orElse(List.of()).stream().map(ScheduleText::time).toList();
    Optional<Boolean> paused = Flag.either(disabled, enabled);
    if (manual.given()) {
      if (!at.isEmpty() || paused.isPresent()) {
        throw new UsageException("--manual goes with no other option of the schedule", "");
      }
      return Optional.of(new ScheduleChange.Manual());
    }
    Optional<Schedule.Period> period = period();
    return period.isEmpty() && at.isEmpty() && paused.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScheduleChange.Timed(period, at, paused));
  }

  private Optional<Schedule.Period> period() {
    if (weekly.told().isPresent()) {
      return weekly.told().map(ScheduleText::weekly);
    }
    if (monthly.told().isPresent()) {
      return monthly.told().map(ScheduleText::monthly);
    }
    return daily.given() ? Optional.of(new Schedule.Daily()) : Optional.empty();
  }
}
