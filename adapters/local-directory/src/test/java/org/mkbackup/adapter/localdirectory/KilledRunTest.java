package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.port.BackupStore;

/** At every instant, whatever is killed, one complete backup of a job stands. */
class KilledRunTest {
  private static final int KILLS = 6;
  private static final int MOST_COMMITS = 25;

  @TempDir private Path directory;

  private void assertWholeBackupStands(BackupStore store, int atLeast) {
    List<BackupId> backups = store.list();
    assertFalse(backups.isEmpty(), "no backup stands");
    int newest = 0;
    for (BackupId backup : backups) {
      String archive = Trial.read(store, backup, Trial.ARCHIVE);
      assertEquals(archive, Trial.read(store, backup, BackupManifest.FILE_NAME));
      newest = Math.max(newest, Integer.parseInt(archive));
    }
    assertTrue(newest >= atLeast, newest + " is older than " + atLeast);
  }

  @Test
  void leavesAWholeBackupWheneverItIsKilled() throws IOException, InterruptedException {
    BackupStore store = Trial.store(directory);
    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      Process run =
          new ProcessBuilder(CommittingProcess.command("022", directory, Integer.MAX_VALUE))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int committed = 0;
      try (BufferedReader output = run.inputReader()) {
        for (int wanted = 1 + random.nextInt(MOST_COMMITS); committed < wanted; ) {
          String line = output.readLine();
          assertNotNull(line, "the program ended by itself");
          committed = Integer.parseInt(line);
        }
        run.destroyForcibly().waitFor();
      }
      assertWholeBackupStands(store, committed);
    }
    Trial.commit(store, "1");
    assertEquals(List.of(Trial.JOB.complete()), store.list());
  }

  @Test
  void isNeverSeenWithoutABackupWhileItCommits() {
    BackupStore store = Trial.store(directory);
    Trial.commit(store, "old");
    CompletableFuture<Void> committing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 100; i++) {
                Trial.commit(store, "new");
              }
            });
    do {
      assertFalse(store.list().isEmpty(), "no backup is listed");
    } while (!committing.isDone());
    committing.join();
  }
}
