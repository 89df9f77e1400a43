package org.mkbackup.application.job;

import org.mkbackup.application.key.Keys;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.TargetId;

/** Makes jobs out of what is told of them, and checks that what they use can be used. */
public final class JobDraft {
  private final JobContext context;
  private final Targets targets;
  private final Keys keys;

  public JobDraft(JobContext context, Targets targets, Keys keys) {
    this.context = context;
    this.targets = targets;
    this.keys = keys;
  }

  /**
   * The job that a configuration becomes by a change. A target that is named is ready and writable.
   */
  Job apply(JobId id, Literal.Dict before, JobChange change) {
    Literal.Dict job = change.contents().applyTo(before);
    if (change.contents().withoutSites().isPresent() && !context.isSystem()) {
      throw new UsageException(
          "Only the appliance's own backups can be without sites", "Leave that option out");
    }
    if (change.title().isPresent()) {
      job = job.with("title", Literal.text(legal(change.title().get())));
    }
    if (change.sealing().isPresent()) {
      job = job.with("encrypt", key(change.sealing().get()));
    }
    if (change.schedule().isPresent()) {
      Literal schedule = job.get("schedule").orElse(Literal.none());
      job = job.with("schedule", change.schedule().get().applyTo(schedule));
    }
    if (change.target().isPresent()) {
      TargetId target = change.target().get();
      targets.requireReady(targets.find(target), context, RunLog.silent());
      job = job.with("target", Literal.text(target.value()));
    }
    return new Job(id, job);
  }

  private static String legal(String title) {
    if (title.isBlank() || title.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException(
          "The job's title is empty or has control characters in it", "Choose another title");
    }
    return title;
  }

  private Literal key(JobChange.Sealing sealing) {
    return sealing
        .key()
        .map(name -> Literal.text(keys.find(name).id().value()))
        .orElseGet(Literal::none);
  }
}
