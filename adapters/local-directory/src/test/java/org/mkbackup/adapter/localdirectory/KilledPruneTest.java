package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.port.BackupStore;

/**
 * Whenever a removal is killed: what is listed is whole, what is kept stands, the rest goes later.
 */
class KilledPruneTest {
  private static final int KILLS = 20;
  private static final int MOST_REMOVALS = 5;
  private static final int MOST_NANOSECONDS = 3_000_000;

  @TempDir private Path temp;
  private final Random random = new Random();
  private Path directory = Path.of("");

  @BeforeEach
  void aTargetWithABackup() throws IOException {
    directory = Files.createDirectory(temp.resolve("target"));
    Trial.put(directory, Trial.JOB.complete().value(), "newest");
  }

  private int names() throws IOException {
    try (Stream<Path> names = Files.list(directory)) {
      return (int) names.count();
    }
  }

  @Test
  void leavesWholeBackupsWheneverItIsKilled() throws IOException, InterruptedException {
    BackupStore store = Trial.store(directory);
    int halfRemoved = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      killAtRemoval(1000 * kill);

      List<BackupId> listed = store.list();
      assertTrue(listed.contains(Trial.JOB.complete()), listed::toString);
      for (BackupId backup : listed) {
        String text = backup.equals(Trial.JOB.complete()) ? "newest" : "earlier";
        assertEquals(text, Trial.read(store, backup, BackupManifest.FILE_NAME));
        assertEquals(text, Trial.read(store, backup, Trial.ARCHIVE));
      }
      halfRemoved += names() > listed.size() ? 1 : 0;
      store.begin(Trial.JOB).close();
      assertEquals(listed, store.list());
      assertEquals(listed.size(), names(), "the next run takes the rest");
    }
    assertTrue(halfRemoved > 0, "no kill was in the middle of a removal");
  }

  private void killAtRemoval(int firstNumber) throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(PruningProcess.command(directory, firstNumber))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = run.inputReader()) {
      int removals = 1 + random.nextInt(MOST_REMOVALS);
      for (int i = 0; i < removals; i++) {
        assertNotNull(output.readLine(), "the program ended by itself");
      }
      LockSupport.parkNanos(random.nextInt(MOST_NANOSECONDS));
    } finally {
      run.destroyForcibly().waitFor();
    }
  }
}
