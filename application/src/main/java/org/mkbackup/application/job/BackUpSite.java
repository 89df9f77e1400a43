package org.mkbackup.application.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;

/** Runs a backup job of a site: {@code mkbackup backup JOB}. */
public final class BackUpSite {
  private final JobContext context;
  private final JobRuns jobs;
  private final BackupWriter writer;
  private final SiteEngines engines;

  public BackUpSite(JobContext context, JobRuns jobs, BackupWriter writer, SiteEngines engines) {
    this.context = context;
    this.jobs = jobs;
    this.writer = writer;
    this.engines = engines;
  }

  /** Runs the job to its end. */
  public void run(JobId id, RunObserver watcher) {
    jobs.run(id, watcher, this::backUp);
  }

  private long backUp(JobRuns.Begun begun, RunRecorder recorder) {
    SiteTree site = context.site();
    Targets.refuseInside(begun.target(), context);
    return writer.write(
        begun,
        new BackupManifest.Site(site.name(), SiteFiles.versionOf(site)),
        List.of(part(begun, site)),
        recorder);
  }

  private BackupWriter.Part part(JobRuns.Begun begun, SiteTree site) {
    Set<Exclusions.Part> without = begun.job().noHistory() ? Exclusions.past() : Set.of();
    return new BackupWriter.Part(
        ArchiveName.contentOf(site.name()),
        (compression, sink, members, observer) ->
            engines.archive(
                new ArchiveSite.Command(site, without, compression, Optional.empty(), members),
                false,
                sink,
                observer));
  }
}
