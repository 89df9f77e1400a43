package org.mkbackup.application.job;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.target.Target;

/** Runs a backup job of a site: {@code mkbackup backup JOB}. */
public final class BackUpSite {
  private final Host host;
  private final Clock clock;
  private final JobContext context;
  private final RecordedRuns runs;
  private final Books books;
  private final SiteBackupWriter writer;

  public BackUpSite(
      Host host,
      Clock clock,
      JobContext context,
      RecordedRuns runs,
      Books books,
      SiteBackupWriter writer) {
    this.host = host;
    this.clock = clock;
    this.context = context;
    this.runs = runs;
    this.books = books;
    this.writer = writer;
  }

  /**
   * Runs the job to its end. Once it is known that the job exists and that nobody else is at work
   * in the site, the job's state file tells how it went.
   */
  public void run(JobId id, RunObserver watcher) {
    runs.run(
        watcher,
        () -> {
          SiteFiles.requireWhole(context.site());
          Job job = find(id);
          return new RecordedRuns.Planned(
              context.stateFile(id),
              NextRun.of(job, clock),
              recorder -> Optional.of(backUp(job, recorder)));
        });
  }

  private Job find(JobId id) {
    return books
        .jobs()
        .find(id)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "There is no job '" + id + "'", "'mkbackup jobs' shows those there are"));
  }

  private long backUp(Job job, RunRecorder recorder) {
    SiteTree site = context.site();
    GlobalJobId globalId = GlobalJobId.ofSite(host.hostname(), site.name(), job.id());
    recorder.info("--- Starting backup (" + globalId + " to " + job.target() + ") ---");
    Optional<Key> key = job.key().map(k -> books.keys().require(k, "Job '" + job.id() + "'"));
    key.filter(k -> !k.downloaded()).ifPresent(k -> warnNotDownloaded(k, recorder));
    Target target = books.targets().find(job.target());
    ArchiveSite.Command archive =
        new ArchiveSite.Command(
            site,
            job.noHistory() ? Exclusions.past() : Set.of(),
            writer.compression(job),
            Optional.empty());
    long size;
    try (OpenTarget open = books.targets().open(target, recorder)) {
      open.store().checkReady();
      refuseTargetInside(target, site);
      size =
          writer.write(
              new SiteBackupWriter.Order(job, globalId, key, archive), open.store(), recorder);
    }
    recorder.info(Summary.of("Backup completed", recorder.elapsed(), size));
    return size;
  }

  private static void warnNotDownloaded(Key key, RunRecorder recorder) {
    recorder.warn(
        "Key "
            + key
            + " was never downloaded: its only copy lies in the site that it protects. Keep a copy"
            + " elsewhere");
  }

  /* Such a backup would hold the one before it, and be lost together with the site. */
  private static void refuseTargetInside(Target target, SiteTree site) {
    Targets.place(target)
        .filter(path -> SiteFiles.isInside(path, site))
        .ifPresent(
            path -> {
              throw new TargetException(
                  "Target '" + target.id() + "' lies inside of the site that is backed up: " + path,
                  "Choose a path outside of " + site.home());
            });
  }
}
