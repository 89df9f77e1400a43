package org.mkbackup.application.target;

import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.Targets;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** Finds out whether jobs can use a target: {@code mkbackup target check}. */
public final class CheckTarget {
  private final JobContext context;
  private final Targets targets;

  public CheckTarget(JobContext context, Targets targets) {
    this.context = context;
    this.targets = targets;
  }

  /**
   * Returns if they can, and says why they can't otherwise.
   *
   * @param log where a mount that the target lies on tells of itself
   */
  public void run(TargetId id, RunLog log) {
    run(targets.find(id), log);
  }

  void run(Target target, RunLog log) {
    targets.requireReady(target, context, log);
  }
}
