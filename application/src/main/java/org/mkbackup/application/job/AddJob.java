package org.mkbackup.application.job;

import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.RunLock;

/** Configures a new job. */
public final class AddJob {
  private final ConfigurationLock lock;
  private final JobRepository jobs;
  private final JobDraft draft;
  private final Timetable timetable;

  public AddJob(ConfigurationLock lock, JobRepository jobs, JobDraft draft, Timetable timetable) {
    this.lock = lock;
    this.jobs = jobs;
    this.draft = draft;
    this.timetable = timetable;
  }

  /** Adds a job that compresses, has all in it, isn't sealed, and runs by hand, unless told so. */
  public void run(JobId id, JobChange job) {
    if (job.target().isEmpty()) {
      throw new UsageException("A job needs a target", "Name one with --target");
    }
    try (RunLock.Held held = lock.take()) {
      if (jobs.ids().contains(id.value())) {
        throw new UsageException(
            "There is a job '" + id + "' already",
            "Change it with 'mkbackup job edit', or choose another id");
      }
      jobs.save(draft.apply(id, defaults(id), job));
      timetable.saved(id);
    }
  }

  private static Literal.Dict defaults(JobId id) {
    return Literal.Dict.EMPTY
        .with("title", Literal.text(id.value()))
        .with("encrypt", Literal.none())
        .with("compress", Literal.bool(true))
        .with("no_history", Literal.bool(false))
        .with("schedule", Literal.none());
  }
}
