package org.mkbackup.application.job;

import java.util.List;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;

/** Removes the backups of a job that its retention doesn't keep: {@code mkbackup prune JOB}. */
public final class PruneJob {

  /**
   * What came of it.
   *
   * @param backups all of the job, the oldest first
   */
  public record Result(RetentionPolicy policy, List<Pruned> backups) {
    public Result {
      backups = List.copyOf(backups);
    }
  }

  private final JobContext context;
  private final RecordedRuns runs;
  private final Books books;
  private final Prune prune;

  public PruneJob(JobContext context, RecordedRuns runs, Books books, Prune prune) {
    this.context = context;
    this.runs = runs;
    this.books = books;
    this.prune = prune;
  }

  /**
   * Prunes the job's backups on the target that it has now.
   *
   * @param onlyTell whether nothing is removed
   */
  public Result run(JobId id, boolean onlyTell, RunObserver watcher) {
    // Who only asks changes nothing, not even what an interrupted restore left.
    return onlyTell
        ? prune(id, true, watcher)
        : runs.runWithoutState(watcher, () -> prune(id, false, watcher));
  }

  private Result prune(JobId id, boolean onlyTell, RunObserver watcher) {
    // A site that isn't whole may have lost the settings, which would keep more than the default.
    if (!context.isSystem()) {
      SiteFiles.requireWhole(context.site());
    }
    Job job = books.jobs().find(id).orElseThrow(() -> Catalogue.unknownJob(id));
    books.strays().tell(watcher);
    RetentionPolicy policy = prune.policy(id);
    try (OpenTarget open = books.targets().open(books.targets().find(job.target()), watcher)) {
      open.store().checkReadable();
      List<Pruned> backups = prune.run(id, open.store(), onlyTell);
      backups.stream()
          .filter(each -> each.fate() == Pruned.Fate.REMOVED)
          .forEach(removed -> watcher.info("Removed backup " + removed.id()));
      return new Result(policy, backups);
    }
  }
}
