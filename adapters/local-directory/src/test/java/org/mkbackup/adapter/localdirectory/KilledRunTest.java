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

/** At every instant, whatever is killed, the newest backups of a job stand complete. */
class KilledRunTest {
  private static final int KILLS = 25;
  private static final int MOST_COMMITS = 15;

  @TempDir private Path directory;

  private void assertWholeBackupsStand(BackupStore store, int committed) {
    List<BackupId> backups = store.list();
    assertTrue(
        backups.size() >= Math.min(committed, 1 + CommittingProcess.KEPT),
        () -> "of " + committed + " stand " + backups);
    for (BackupId backup : backups) {
      assertEquals(
          Trial.read(store, backup, Trial.ARCHIVE),
          Trial.read(store, backup, BackupManifest.FILE_NAME));
    }
    int newest = Trial.newest(store);
    assertTrue(newest >= committed, newest + " is older than " + committed);
    if (backups.contains(Trial.JOB.complete())) {
      assertEquals(String.valueOf(newest), Trial.read(store, Trial.JOB.complete(), Trial.ARCHIVE));
    }
  }

  @Test
  void leavesWholeBackupsWheneverItIsKilled() throws IOException, InterruptedException {
    BackupStore store = Trial.store(directory);
    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      Process run =
          new ProcessBuilder(CommittingProcess.command("022", directory, Integer.MAX_VALUE))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int committed = 0;
      try (BufferedReader output = run.inputReader()) {
        int commits = 1 + random.nextInt(MOST_COMMITS);
        for (int i = 0; i < commits; i++) {
          String line = output.readLine();
          assertNotNull(line, "the program ended by itself");
          committed = Integer.parseInt(line);
        }
        run.destroyForcibly().waitFor();
      }
      assertWholeBackupsStand(store, committed);
    }
    store.begin(Trial.JOB).close();
    assertEquals(
        String.valueOf(Trial.newest(store)),
        Trial.read(store, Trial.JOB.complete(), Trial.ARCHIVE));
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
