package org.mkbackup.adapter.backupmk;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.JobRepository;

/** Offers the jobs of {@code backup.mk}. */
public final class BackupMkJobsProvider implements AdapterProvider<JobRepository> {

  @Override
  public String id() {
    return "backup-mk";
  }

  @Override
  public Class<JobRepository> port() {
    return JobRepository.class;
  }

  @Override
  public JobRepository create(Host host) {
    return new BackupMkJobs(BackupMk.of(host));
  }
}
