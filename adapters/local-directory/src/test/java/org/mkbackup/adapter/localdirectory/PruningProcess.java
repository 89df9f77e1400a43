package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.port.BackupStore;

/** A program that makes earlier backups and removes them, until it is killed. */
final class PruningProcess {
  private static final int AT_ONCE = 2;
  private static final int FILES = 100;

  private PruningProcess() {}

  static List<String> command(Path directory, int firstNumber) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        PruningProcess.class.getName(),
        directory.toString(),
        String.valueOf(firstNumber));
  }

  /** Writes a line before each removal. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    BackupStore store = Trial.store(directory);
    for (int number = Integer.parseInt(args[1]); ; number += AT_ONCE) {
      for (int i = number; i < number + AT_ONCE; i++) {
        put(directory, Trial.earlier(i));
      }
      for (int i = number; i < number + AT_ONCE; i++) {
        System.out.println(Trial.earlier(i));
        store.delete(Trial.earlier(i));
      }
    }
  }

  /* At once, so that all that isn't whole was removed. */
  private static void put(Path directory, BackupId id) throws IOException {
    Path backup = Files.createDirectory(directory.resolveSibling(id.value()));
    Files.writeString(backup.resolve(Trial.ARCHIVE), "earlier");
    for (int i = 0; i < FILES; i++) {
      Files.createFile(backup.resolve("site-" + i + ".tar"));
    }
    Files.writeString(backup.resolve(BackupManifest.FILE_NAME), "earlier");
    Files.move(backup, directory.resolve(id.value()));
  }
}
