package org.mkbackup.adapter.localdirectory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/**
 * A program that commits backups of one job, the texts being numbers, until it is killed. It keeps
 * some earlier ones, and removes those before.
 */
final class CommittingProcess {
  /** How many earlier ones it keeps. */
  static final int KEPT = 2;

  private CommittingProcess() {}

  /** The command, under an umask. */
  static List<String> command(String umask, Path directory, int backups) {
    return new ArrayList<>(
        List.of(
            "sh",
            "-c",
            "umask " + umask + "; exec \"$@\"",
            "sh",
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CommittingProcess.class.getName(),
            directory.toString(),
            String.valueOf(backups)));
  }

  public static void main(String[] args) {
    BackupStore store = Trial.store(Path.of(args[0]));
    int first = 1 + Trial.newest(store);
    for (int i = first; i - first < Integer.parseInt(args[1]); i++) {
      try (PendingBackup pending = store.begin(Trial.JOB)) {
        Trial.write(pending, String.valueOf(i));
        pending.commit(Trial.nextEarlier(store));
      }
      System.out.println(i);
      List<BackupId> earlier =
          store.list().stream().filter(id -> Trial.JOB.isGeneration(id.value())).sorted().toList();
      earlier.stream().limit(Math.max(0, earlier.size() - KEPT)).forEach(store::delete);
    }
  }
}
