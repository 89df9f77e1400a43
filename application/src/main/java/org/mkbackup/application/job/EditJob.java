package org.mkbackup.application.job;

import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.RunLock;

/** Changes a job: what is named, and nothing else. */
public final class EditJob {
  private final ConfigurationLock lock;
  private final JobRepository jobs;
  private final LastRuns runs;
  private final JobDraft draft;
  private final Timetable timetable;

  public EditJob(
      ConfigurationLock lock,
      JobRepository jobs,
      LastRuns runs,
      JobDraft draft,
      Timetable timetable) {
    this.lock = lock;
    this.jobs = jobs;
    this.runs = runs;
    this.draft = draft;
    this.timetable = timetable;
  }

  public void run(JobId id, JobChange change) {
    try (RunLock.Held held = lock.take()) {
      runs.requireIdle(id);
      Job before = jobs.find(id).orElseThrow(() -> Catalogue.unknownJob(id));
      jobs.save(draft.apply(id, before.configuration(), change));
      timetable.saved(id);
    }
  }
}
