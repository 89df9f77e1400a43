package org.mkbackup.application.job;

import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.RunLock;

/** Takes a job out of the configuration, with its state file. Its backups stay. */
public final class RemoveJob {
  private final ConfigurationLock lock;
  private final JobRepository jobs;
  private final LastRuns runs;
  private final Timetable timetable;

  public RemoveJob(ConfigurationLock lock, JobRepository jobs, LastRuns runs, Timetable timetable) {
    this.lock = lock;
    this.jobs = jobs;
    this.runs = runs;
    this.timetable = timetable;
  }

  public void run(JobId id) {
    try (RunLock.Held held = lock.take()) {
      if (!jobs.ids().contains(id.value())) {
        throw Catalogue.unknownJob(id);
      }
      runs.requireIdle(id);
      jobs.remove(id);
      runs.forget(id);
      timetable.removed(id);
    }
  }
}
