package org.mkbackup.adapter.backupmk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;

/** The jobs of one {@code backup.mk}. */
final class BackupMkJobs implements JobRepository {
  private final BackupMk file;

  BackupMkJobs(BackupMk file) {
    this.file = file;
  }

  @Override
  public List<Job> all() {
    Literal.Dict entries = file.section(BackupMk.JOBS);
    return BackupMk.sensible(entries, id -> read(entries, new JobId(id))).stream()
        .sorted(Comparator.comparing(Job::id))
        .toList();
  }

  @Override
  public List<String> ids() {
    return file.section(BackupMk.JOBS).keys().stream().sorted().toList();
  }

  @Override
  public Literal.Dict entries() {
    return file.section(BackupMk.JOBS);
  }

  @Override
  public List<ConfigurationException> faults() {
    Literal.Dict entries = file.section(BackupMk.JOBS);
    return file.faults(entries, id -> read(entries, new JobId(id)));
  }

  @Override
  public Optional<Job> find(JobId id) {
    return read(file.section(BackupMk.JOBS), id);
  }

  @Override
  public void save(Job job) {
    file.put(BackupMk.JOBS, job.id().value(), job.configuration());
  }

  @Override
  public void remove(JobId id) {
    file.remove(BackupMk.JOBS, id.value());
  }

  private static Optional<Job> read(Literal.Dict entries, JobId id) {
    return entries
        .get(id.value())
        .map(entry -> new Job(id, new Field("Job '" + id + "'", entry).dict()));
  }
}
