package org.mkbackup.launcher.command;

import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.target.TargetId;

/** The first two arguments of commands that look into a backup. */
final class ChosenBackup {
  private final Word<String> target;

  private final Word<String> backup;

  ChosenBackup(Command command) {
    target = command.parameter("TARGET", "The target's id.");
    backup = command.parameter("BACKUP-ID", "The backup's id.");
  }

  StoredBackups.Choice choice() {
    return new StoredBackups.Choice(
        new TargetId(target.value()), new BackupId(backup.value()), true);
  }
}
