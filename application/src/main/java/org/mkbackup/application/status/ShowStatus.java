package org.mkbackup.application.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.application.job.LastRuns;
import org.mkbackup.application.job.NextRun;
import org.mkbackup.application.status.JobStatus.Attention;
import org.mkbackup.application.status.JobStatus.State;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/** Tells how the jobs are doing: {@code mkbackup status}. */
public final class ShowStatus {
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private final JobRepository jobs;
  private final LastRuns runs;
  private final Clock clock;

  public ShowStatus(JobRepository jobs, LastRuns runs, Clock clock) {
    this.jobs = jobs;
    this.runs = runs;
    this.clock = clock;
  }

  /** All jobs, sorted by id, those that make no sense among them. */
  public List<JobStatus> all() {
    return jobs.ids().stream().map(this::of).toList();
  }

  /** One job. */
  public JobStatus one(JobId id) {
    if (!jobs.ids().contains(id.value())) {
      throw Catalogue.unknownJob(id);
    }
    return of(id.value());
  }

  private JobStatus of(String id) {
    try {
      return of(jobs.find(new JobId(id)).orElseThrow());
    } catch (ConfigurationException | UsageException e) {
      return new JobStatus(
          id,
          State.INVALID,
          Optional.empty(),
          new NextSchedule.Never(),
          Optional.of(Attention.INVALID),
          e.getMessage());
    }
  }

  private JobStatus of(Job job) {
    try {
      return of(job, runs.of(job.id()));
    } catch (SiteException e) {
      return new JobStatus(
          job.id().value(),
          State.UNREADABLE,
          Optional.empty(),
          NextRun.of(job, clock),
          Optional.of(Attention.UNREADABLE),
          e.getMessage());
    }
  }

  private JobStatus of(Job job, Optional<RunState> run) {
    State state = run.map(ShowStatus::state).orElse(State.NEVER);
    return new JobStatus(
        job.id().value(), state, run, NextRun.of(job, clock), attention(job, state, run), "");
  }

  private static State state(RunState run) {
    if (run.phase() == RunState.Phase.FINISHED) {
      return run.success() ? State.SUCCEEDED : State.FAILED;
    }
    if (!LastRuns.isAtWork(run)) {
      return State.KILLED;
    }
    return run.phase() == RunState.Phase.STARTED ? State.STARTED : State.RUNNING;
  }

  private Optional<Attention> attention(Job job, State state, Optional<RunState> run) {
    return switch (state) {
      case NEVER -> Optional.of(Attention.NEVER_RAN);
      case FAILED -> Optional.of(Attention.FAILED);
      case KILLED -> Optional.of(Attention.KILLED);
      case UNREADABLE -> Optional.of(Attention.UNREADABLE);
      case INVALID -> Optional.of(Attention.INVALID);
      case SUCCEEDED, STARTED, RUNNING ->
          isOverdue(job, run)
              ? Optional.of(Attention.OVERDUE)
              : run.flatMap(last -> last.lastGood().map(GoodRun::finished).or(last::finished))
                  .filter(end -> isOfTheFuture(end, clock.instant()))
                  .map(end -> Attention.FUTURE);
    };
  }

  /** Whether something ended later than clocks that differ can explain. */
  static boolean isOfTheFuture(Instant end, Instant now) {
    return end.isAfter(now.plus(CLOCKS_DIFFER));
  }

  private boolean isOverdue(Job job, Optional<RunState> run) {
    Optional<Instant> last = run.map(r -> r.finished().orElse(r.started()));
    return job.schedule().filter(schedule -> !schedule.disabled()).stream()
        .map(schedule -> clock.instant().minus(period(schedule).multipliedBy(2)))
        .anyMatch(limit -> last.filter(limit::isAfter).isPresent());
  }

  /** How much time lies between two runs at most. */
  static Duration period(Schedule schedule) {
    if (schedule.period() instanceof Schedule.Weekly) {
      return Duration.ofDays(7);
    }
    return Duration.ofDays(schedule.period() instanceof Schedule.Monthly ? 31 : 1);
  }
}
