package org.mkbackup.launcher.command;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mkbackup.application.job.JobChange;
import org.mkbackup.application.job.ScheduleChange;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.target.TargetId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What {@code job add} and {@code job edit} can be told of a job. */
@SuppressWarnings("UnusedVariable") // the presence of some options says all
final class JobOptions {
  @Option(names = "--title", paramLabel = "TEXT", description = "What people call it.")
  private @Nullable String title;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "Where its backups go. The target must be ready.")
  private @Nullable String target;

  @ArgGroup private @Nullable Sealing sealing;
  @ArgGroup private @Nullable Compression compression;
  @ArgGroup private @Nullable History history;
  @ArgGroup private @Nullable Sites sites;
  @ArgGroup private @Nullable Days days;

  @Option(
      names = "--at",
      paramLabel = "HH:MM",
      description = "A time of day; may be given several times.")
  private List<String> times = new ArrayList<>();

  @ArgGroup private @Nullable Enabling enabling;

  /** Whether it seals. */
  static final class Sealing {
    @Option(names = "--key", paramLabel = "KEY", description = "Seal with this key: id or alias.")
    private @Nullable String key;

    @Option(names = "--no-key", description = "Don't seal.")
    private boolean none;
  }

  /** Whether it compresses. */
  static final class Compression {
    @Option(names = "--compress", description = "Compress (a new job's default).")
    private boolean yes;

    @Option(names = "--no-compress", description = "Don't compress.")
    private boolean no;
  }

  /** Whether history is in it. */
  static final class History {
    @Option(names = "--history", description = "With performance data, logs and baked agents.")
    private boolean yes;

    @Option(names = "--no-history", description = "Without them.")
    private boolean no;
  }

  /** Whether an appliance's sites are in it. */
  static final class Sites {
    @Option(names = "--with-sites", description = "With the sites (as root on an appliance).")
    private boolean with;

    @Option(names = "--without-sites", description = "Without them.")
    private boolean without;
  }

  /** On which days it runs. */
  static final class Days {
    @Option(names = "--daily", description = "Run every day.")
    private boolean daily;

    @Option(names = "--weekly", paramLabel = "DAY", description = "Run on mon, tue, … sun.")
    private @Nullable String weekly;

    @Option(names = "--monthly", paramLabel = "N", description = "Run on day 1 to 28.")
    private @Nullable String monthly;

    @Option(names = "--manual", description = "Have no schedule: run by hand only.")
    private boolean manual;

    Optional<Schedule.Period> period() {
      if (weekly != null) {
        return Optional.of(ScheduleText.weekly(weekly));
      }
      if (monthly != null) {
        return Optional.of(ScheduleText.monthly(monthly));
      }
      return daily ? Optional.of(new Schedule.Daily()) : Optional.empty();
    }
  }

  /** Whether the schedule counts. */
  static final class Enabling {
    @Option(names = "--enabled", description = "Follow the schedule.")
    private boolean enabled;

    @Option(names = "--disabled", description = "Keep the schedule, but don't follow it.")
    private boolean disabled;
  }

  JobChange change() {
    return new JobChange(
        Optional.ofNullable(title),
        Optional.ofNullable(target).map(TargetId::new),
        Optional.ofNullable(sealing).map(s -> new JobChange.Sealing(Optional.ofNullable(s.key))),
        new JobChange.Contents(
            Optional.ofNullable(compression).map(c -> c.yes),
            Optional.ofNullable(history).map(h -> h.no),
            Optional.ofNullable(sites).map(s -> s.without)),
        schedule());
  }

  private Optional<ScheduleChange> schedule() {
    List<LocalTime> at = times.stream().map(ScheduleText::time).toList();
    Optional<Boolean> disabled = Optional.ofNullable(enabling).map(e -> e.disabled);
    if (days != null && days.manual) {
      if (!at.isEmpty() || disabled.isPresent()) {
        throw new UsageException("--manual goes with no other option of the schedule", "");
      }
      return Optional.of(new ScheduleChange.Manual());
    }
    Optional<Schedule.Period> period = Optional.ofNullable(days).flatMap(Days::period);
    return period.isEmpty() && at.isEmpty() && disabled.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScheduleChange.Timed(period, at, disabled));
  }
}
