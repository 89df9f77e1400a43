package org.mkbackup.application.inspect;

import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.run.RunLog;

/** Tells what a backup is, by its manifest: {@code mkbackup show}. */
public final class DescribeBackup {
  private final StoredBackups backups;

  public DescribeBackup(StoredBackups backups) {
    this.backups = backups;
  }

  public BackupManifest run(StoredBackups.Choice choice, RunLog log) {
    try (OpenTarget target = backups.find(choice, log);
        StoredBackup backup = backups.unopened(choice, target.store())) {
      return backup.manifest();
    }
  }
}
