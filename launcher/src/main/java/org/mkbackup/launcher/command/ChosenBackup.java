package org.mkbackup.launcher.command;

import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.target.TargetId;
import picocli.CommandLine.Parameters;

/** The first two arguments of commands that look into a backup. */
final class ChosenBackup {
  @Parameters(index = "0", paramLabel = "TARGET", description = "The target's id.")
  private String target = "";

  @Parameters(index = "1", paramLabel = "BACKUP-ID", description = "The backup's id.")
  private String backup = "";

  StoredBackups.Choice choice() {
    return new StoredBackups.Choice(new TargetId(target), new BackupId(backup), true);
  }
}
