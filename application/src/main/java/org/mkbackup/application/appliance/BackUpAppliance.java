package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.application.job.BackupWriter;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.JobRuns;
import org.mkbackup.application.job.Targets;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.run.RunRecorder;
import org.mkbackup.application.site.ArchiveSite;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;

/** Runs a backup job of a whole appliance: {@code mkbackup backup JOB} as root. */
public final class BackUpAppliance {
  private final Host host;
  private final JobContext context;
  private final JobRuns jobs;
  private final BackupWriter writer;
  private final ApplianceParts parts;

  public BackUpAppliance(
      Host host, JobContext context, JobRuns jobs, BackupWriter writer, ApplianceParts parts) {
    this.host = host;
    this.context = context;
    this.jobs = jobs;
    this.writer = writer;
    this.parts = parts;
  }

  /**
   * Runs the job to its end. The inactive node of a cluster has neither data nor sites of its own.
   *
   * @param withoutSites whether the sites are left out, whatever the job says
   * @throws org.mkbackup.domain.failure.UsageException if this machine is no appliance
   */
  public void run(JobId id, boolean withoutSites, RunObserver watcher) {
    BackupManifest.Appliance origin =
        new BackupManifest.Appliance(parts.appliance().firmware(), parts.appliance().cluster());
    jobs.run(id, watcher, (begun, recorder) -> backUp(begun, origin, withoutSites, recorder));
  }

  private long backUp(
      JobRuns.Begun begun,
      BackupManifest.Appliance origin,
      boolean withoutSites,
      RunRecorder recorder) {
    Targets.refuseInside(begun.target(), context);
    boolean inactive = origin.cluster().filter(BackupManifest.Cluster::inactive).isPresent();
    List<BackupWriter.Part> archives = new ArrayList<>();
    archives.add(tree(ArchiveName.SYSTEM, SystemTree.configuration(host)));
    if (inactive) {
      recorder.info(
          "This is the inactive node of a cluster: its data volume and sites are left out");
      return writer.write(begun, origin, archives, recorder);
    }
    archives.add(tree(ArchiveName.SYSTEM_DATA, SystemTree.data(host)));
    List<SiteTree> sites =
        withoutSites || begun.job().withoutSites()
            ? List.of()
            : new FitSites(writer.last(begun)).of(parts.sitesInOrder(recorder), recorder);
    sites.forEach(site -> archives.add(site(begun, site)));
    try (RunLock.Held locks = context.lockSites(sites)) {
      return writer.write(begun, origin, archives, recorder);
    }
  }

  private BackupWriter.Part tree(String content, SystemTree tree) {
    return new BackupWriter.Part(
        content,
        (compression, sink, members, observer) -> {
          observer.info("Archiving " + tree.directory());
          parts.archiver().pack(tree, compression, sink, members, observer, observer);
        });
  }

  private BackupWriter.Part site(JobRuns.Begun begun, SiteTree site) {
    Set<Exclusions.Part> without = begun.job().noHistory() ? Exclusions.past() : Set.of();
    return new BackupWriter.Part(
        ArchiveName.contentOf(site.name()),
        (compression, sink, members, observer) -> {
          observer.info("Archiving site " + site.name());
          parts
              .engines()
              .archive(
                  new ArchiveSite.Command(site, without, compression, Optional.empty(), members),
                  true,
                  sink,
                  observer);
        });
  }
}
