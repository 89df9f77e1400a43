package org.mkbackup.application.target;

import java.util.Optional;
import java.util.stream.Stream;
import org.mkbackup.application.job.JobEntries;
import org.mkbackup.application.job.LastRuns;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** Whose targets are, and which jobs of this context use them. */
public final class TargetUse {
  private final TargetRepository targets;
  private final JobRepository jobs;
  private final LastRuns runs;

  public TargetUse(TargetRepository targets, JobRepository jobs, LastRuns runs) {
    this.targets = targets;
    this.jobs = jobs;
    this.runs = runs;
  }

  /** The id of a job that uses a target, whether the job makes sense or not. */
  Optional<String> job(TargetId id) {
    return jobs(id).findFirst();
  }

  void requireIdle(TargetId id) {
    jobs(id).filter(JobId::isLegal).forEach(job -> runs.requireIdle(new JobId(job)));
  }

  private Stream<String> jobs(TargetId id) {
    return new JobEntries(jobs).naming("target", id.value()).stream();
  }

  Target requireOwn(TargetId id) {
    requireOwned(id);
    return targets.find(id).orElseThrow(() -> unknown(id));
  }

  /** Refuses a target that isn't there, or isn't of this context. A senseless one will do. */
  void requireOwned(TargetId id) {
    if (targets.owns(id)) {
      return;
    }
    if (targets.find(id).isPresent()) {
      throw new UsageException(
          "Target '" + id + "' is one of the appliance", "Change it there, as root");
    }
    throw unknown(id);
  }

  private static TargetException unknown(TargetId id) {
    return new TargetException(
        "There is no target '" + id + "'", "'mkbackup target list' shows those there are");
  }
}
