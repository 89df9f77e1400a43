package org.mkbackup.application.job;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.ManifestFormat;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/** What there is: jobs, targets, and the backups on a target. */
public final class Catalogue {

  /**
   * A backup on a target.
   *
   * @param manifest empty if it can't be used, for the reason given
   */
  public record Listed(BackupId id, Optional<BackupManifest> manifest, String problem) {}

  private final JobRepository jobs;
  private final TargetRepository targetRepository;
  private final Targets targets;
  private final ManifestFormat manifests;

  public Catalogue(
      JobRepository jobs,
      TargetRepository targetRepository,
      Targets targets,
      ManifestFormat manifests) {
    this.jobs = jobs;
    this.targetRepository = targetRepository;
    this.targets = targets;
    this.manifests = manifests;
  }

  public List<Job> jobs() {
    return jobs.all();
  }

  public Job job(JobId id) {
    return jobs.find(id).orElseThrow(() -> unknownJob(id));
  }

  /** What to say of a job that isn't there. */
  public static ConfigurationException unknownJob(JobId id) {
    return new ConfigurationException(
        "There is no job '" + id + "'", "'mkbackup jobs' shows those there are");
  }

  /** What is wrong with the jobs that are left out there. */
  public List<ConfigurationException> faultsOfJobs() {
    return jobs.faults();
  }

  public List<Target> targets() {
    return targetRepository.all();
  }

  public Target target(TargetId id) {
    return targets.find(id);
  }

  /** What is wrong with the targets that are left out there. */
  public List<ConfigurationException> faultsOfTargets() {
    return targetRepository.faults();
  }

  /** The backups on a target, sorted by id; those whose manifest can't be used are among them. */
  public List<Listed> backups(TargetId target) {
    BackupStore store = targets.open(targets.find(target));
    store.checkReadable();
    return store.list().stream().sorted().map(id -> listed(store, id)).toList();
  }

  private Listed listed(BackupStore store, BackupId id) {
    try {
      return new Listed(id, Optional.of(new StoredManifests(manifests).read(store, id)), "");
    } catch (ArchiveException | TargetException e) {
      return new Listed(id, Optional.empty(), e.getMessage());
    }
  }
}
