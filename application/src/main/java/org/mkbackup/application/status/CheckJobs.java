package org.mkbackup.application.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.status.JobCheck.Metric;
import org.mkbackup.application.status.JobCheck.State;
import org.mkbackup.domain.job.CheckLevels;
import org.mkbackup.domain.job.CheckLevels.Level;
import org.mkbackup.domain.job.CheckLevels.Levels;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/** Tells a monitoring system how the jobs are doing: {@code mkbackup status --checkmk}. */
public final class CheckJobs {
  private static final int PERIODS_TO_WARN = 2;
  private static final int PERIODS_TO_CRIT = 3;

  private final ShowStatus status;
  private final JobRepository jobs;
  private final Function<JobId, CheckLevels> levels;
  private final StraySettings strays;
  private final Clock clock;

  public CheckJobs(
      ShowStatus status,
      JobRepository jobs,
      Function<JobId, CheckLevels> levels,
      StraySettings strays,
      Clock clock) {
    this.status = status;
    this.jobs = jobs;
    this.levels = levels;
    this.strays = strays;
    this.clock = clock;
  }

  /** All jobs, sorted by id. */
  public List<JobCheck> all() {
    List<StraySettings.Stray> stray = strays.find();
    return status.all().stream().map(job -> of(job, stray)).toList();
  }

  /** One job. */
  public JobCheck one(JobId id) {
    return of(status.one(id), strays.find());
  }

  private JobCheck of(JobStatus job, List<StraySettings.Stray> strays) {
    if (job.state() == JobStatus.State.INVALID) {
      return new JobCheck(job.id(), State.CRIT, List.of(), "It makes no sense: " + job.detail());
    }
    List<Metric> metrics = metrics(job);
    List<String> said = new ArrayList<>(said(job));
    State worst = State.OK;
    if (job.next() instanceof NextSchedule.Disabled) {
      said.add(0, "Its schedule is disabled");
    } else {
      worst = state(job);
      if (isOfTheFuture(job)) {
        worst = worst.worst(State.WARN);
        said.add("its time is to come: the clock was, or is, wrong(!)");
      }
      for (Metric metric : metrics) {
        worst = worst.worst(metric.state());
        if (metric.state() != State.OK) {
          said.add(complaint(metric));
        }
      }
    }
    for (StraySettings.Stray stray : strays) {
      boolean isMeant = stray.meant().filter(id -> id.value().equals(job.id())).isPresent();
      if (isMeant && stray.certain() && !(job.next() instanceof NextSchedule.Disabled)) {
        // It runs without what somebody has set for it.
        worst = worst.worst(State.WARN);
        said.add(stray.text() + "(!)");
      } else if (isMeant || stray.meant().isEmpty()) {
        said.add(stray.text());
      }
    }
    return new JobCheck(job.id(), worst, metrics, String.join(", ", said));
  }

  private static State state(JobStatus job) {
    return switch (job.state()) {
      case FAILED, KILLED, UNREADABLE, INVALID -> State.CRIT;
      case NEVER -> State.WARN;
      case STARTED, RUNNING, SUCCEEDED -> State.OK;
    };
  }

  private List<Metric> metrics(JobStatus job) {
    JobId id = new JobId(job.id());
    CheckLevels wanted = levels.apply(id);
    List<Metric> metrics = new ArrayList<>();
    Optional<GoodRun> good = job.run().flatMap(RunState::lastGood);
    good.ifPresent(
        last -> metrics.add(metric("age", seconds(age(last)), ageLevels(id, wanted), false)));
    job.duration(clock.instant())
        .ifPresent(
            time -> metrics.add(metric("duration", seconds(time), wanted.duration(), false)));
    Levels none = new Levels(new CheckLevels.Never(), new CheckLevels.Never());
    good.ifPresent(last -> metrics.add(metric("size", (double) last.size(), none, false)));
    change(job)
        .ifPresent(
            percent -> metrics.add(metric("size_change", percent, wanted.sizeChange(), true)));
    return metrics;
  }

  private Levels ageLevels(JobId id, CheckLevels wanted) {
    Optional<Duration> period =
        jobs.find(id)
            .flatMap(job -> job.schedule())
            .filter(schedule -> !schedule.disabled())
            .map(ShowStatus::period);
    return wanted.age().orElse(after(period, PERIODS_TO_WARN), after(period, PERIODS_TO_CRIT));
  }

  private static Level after(Optional<Duration> period, int times) {
    return period
        .<Level>map(each -> new CheckLevels.At(seconds(each.multipliedBy(times))))
        .orElseGet(CheckLevels.Never::new);
  }

  private Duration age(GoodRun good) {
    return RunRecorder.elapsed(good.finished(), clock.instant());
  }

  /* Its age says nothing until then, however long no backup is made. */
  private boolean isOfTheFuture(JobStatus job) {
    return job.run()
        .flatMap(RunState::lastGood)
        .filter(good -> ShowStatus.isOfTheFuture(good.finished(), clock.instant()))
        .isPresent();
  }

  private static double seconds(Duration time) {
    return time.toSeconds();
  }

  /* In percent; empty if there is nothing that it could be compared with. */
  private static Optional<Double> change(JobStatus job) {
    return job.run()
        .filter(run -> run.success() && run.size().isPresent())
        .flatMap(
            run ->
                run.before()
                    .filter(before -> before.size() > 0)
                    .map(before -> 100.0 * run.size().get() / before.size() - 100));
  }

  private static Metric metric(String name, double value, Levels levels, boolean ofBothSigns) {
    return new Metric(name, value, value(levels.warn()), value(levels.crit()), ofBothSigns);
  }

  private static OptionalDouble value(Level level) {
    return level instanceof CheckLevels.At at
        ? OptionalDouble.of(at.value())
        : OptionalDouble.empty();
  }

  private List<String> said(JobStatus job) {
    List<String> said = new ArrayList<>();
    Instant now = clock.instant();
    String time = job.duration(now).map(CheckJobs::words).orElse("");
    Optional<RunState> run = job.run();
    switch (job.state()) {
      case NEVER -> said.add("It never ran");
      case UNREADABLE, INVALID -> said.add(job.detail());
      case FAILED -> said.add("The last run failed" + run.map(CheckJobs::reason).orElse(""));
      case KILLED -> said.add("The last run was killed: its process is gone");
      case STARTED, RUNNING -> said.add("Running for " + time + silence(job, now));
      case SUCCEEDED -> said.add("The last run was good and took " + time);
    }
    run.flatMap(RunState::lastGood)
        .ifPresent(
            good ->
                said.add(
                    "last good backup "
                        + words(age(good))
                        + " ago with "
                        + Summary.bytes(good.size())
                        + change(job)
                            .map(percent -> String.format(Locale.ROOT, " (%+.1f%%)", percent))
                            .orElse("")));
    return said;
  }

  private static String silence(JobStatus job, Instant now) {
    return job.silentSince(now)
        .map(since -> ", no byte moved for " + words(RunRecorder.elapsed(since, now)))
        .orElse("");
  }

  /* The last line, without the time before it. */
  private static String reason(RunState run) {
    List<String> lines = run.output().lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? ""
        : ": "
            + lines
                .get(lines.size() - 1)
                .replaceFirst("^[-0-9]{10} [:0-9]{8} (ERROR: )?", "")
                .replaceFirst("\\.$", "");
  }

  private static String complaint(Metric metric) {
    String mark = metric.state() == State.CRIT ? "(!!)" : "(!)";
    OptionalDouble level = metric.state() == State.CRIT ? metric.crit() : metric.warn();
    return switch (metric.name()) {
      case "size_change" ->
          String.format(Locale.ROOT, "size changed by more than %.0f%%%s", at(level), mark);
      default -> metric.name() + " above " + words(Duration.ofSeconds((long) at(level))) + mark;
    };
  }

  private static double at(OptionalDouble level) {
    return level.orElse(0);
  }

  /** The two greatest units: {@code 3 h 12 min}. */
  private static String words(Duration time) {
    List<String> parts =
        List.of(
            time.toDays() + " d",
            time.toHoursPart() + " h",
            time.toMinutesPart() + " min",
            time.toSecondsPart() + " s");
    String told =
        parts.stream()
            .dropWhile(part -> part.startsWith("0 "))
            .limit(2)
            .filter(part -> !part.startsWith("0 "))
            .collect(Collectors.joining(" "));
    return told.isEmpty() ? "0 s" : told;
  }
}
