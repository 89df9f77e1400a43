package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.application.run.LiveProcess;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.RunJournal;
import org.mkbackup.domain.run.RunState;

/** What the state files tell of the last run of each job. */
public final class LastRuns {
  private final JobContext context;
  private final RunJournal journal;

  public LastRuns(JobContext context, RunJournal journal) {
    this.context = context;
    this.journal = journal;
  }

  /**
   * The last run of a job; empty if it never ran.
   *
   * @throws SiteException if there is something that doesn't tell it
   */
  public Optional<RunState> of(JobId job) {
    return journal.read(file(job));
  }

  /** Whether a run is at work; one whose process is gone isn't. */
  public static boolean isAtWork(RunState run) {
    return run.phase() != RunState.Phase.FINISHED && LiveProcess.isThere(run.pid(), run.started());
  }

  /** Refuses to go on if the job is running. */
  public void requireIdle(JobId job) {
    known(job)
        .filter(LastRuns::isAtWork)
        .ifPresent(
            run -> {
              throw new BusyException(
                  "Job '" + job + "' is running (process " + run.pid() + ")",
                  "Wait until it has ended, or stop it");
            });
  }

  /* Who is at work writes the state every second. */
  private Optional<RunState> known(JobId job) {
    try {
      return of(job);
    } catch (SiteException unreadable) {
      return Optional.empty();
    }
  }

  /** Forgets the last run of a job that is no more. */
  void forget(JobId job) {
    journal.remove(file(job));
  }

  private Path file(JobId job) {
    return context.stateFile(job);
  }
}
