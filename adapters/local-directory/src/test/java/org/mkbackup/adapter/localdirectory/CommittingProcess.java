package org.mkbackup.adapter.localdirectory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.port.BackupStore;

/** A program that commits backups of one job, the texts being numbers, until it is killed. */
final class CommittingProcess {
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
            "-cp",
            System.getProperty("java.class.path"),
            CommittingProcess.class.getName(),
            directory.toString(),
            String.valueOf(backups)));
  }

  public static void main(String[] args) {
    BackupStore store = Trial.store(Path.of(args[0]));
    int backups = Integer.parseInt(args[1]);
    for (int i = 1; i <= backups; i++) {
      Trial.commit(store, String.valueOf(i));
      System.out.println(i);
    }
  }
}
