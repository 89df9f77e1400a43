package org.mkbackup.application.job;

import java.nio.file.Path;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.Scheduler;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/** Has the jobs of a context run by themselves when they are due. */
public final class Timetable {
  private final JobContext context;
  private final JobRepository jobs;
  private final Scheduler scheduler;
  private final SiteControl control;
  private final Path program;

  /**
   * A timetable that calls a program.
   *
   * @param program as in {@link Scheduler#replace}
   */
  public Timetable(
      JobContext context,
      JobRepository jobs,
      Scheduler scheduler,
      SiteControl control,
      Path program) {
    this.context = context;
    this.jobs = jobs;
    this.scheduler = scheduler;
    this.control = control;
    this.program = program;
  }

  /**
   * Follows a job that was saved: see {@link #update}.
   *
   * @throws ConfigurationException if it couldn't; it says that the job is saved all the same
   */
  void saved(JobId id) {
    follow("Job '" + id + "' is saved", "'mkbackup job edit " + id + "'");
  }

  /** As {@link #saved}, of a job that is gone. */
  void removed(JobId id) {
    follow("Job '" + id + "' is removed", "the next 'mkbackup job add' or 'job edit'");
  }

  private void follow(String done, String again) {
    try {
      update();
    } catch (MkbackupException e) {
      throw new ConfigurationException(
          done + ", but the timetable doesn't follow. " + e.what(),
          e.hint() + "; " + again + " then writes the timetable again",
          e);
    }
  }

  /**
   * Writes the table of all jobs. A site that runs takes it over at once, one that is stopped does
   * so when it is started; the system's cron looks for itself.
   */
  private void update() {
    scheduler.replace(jobs.all(), program);
    if (!context.isSystem()) {
      SiteName site = context.site().name();
      if (control.status(site) != SiteStatus.STOPPED) {
        control.reloadCrontab(site);
      }
    }
  }
}
