package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/**
 * The program is killed, or the power fails, before every single step of a backup and of the
 * removal that follows it.
 */
class PowerLossTest {
  private static final String OLDEST = Trial.earlier(1).value();

  /** What is lost of all that wasn't synced. */
  enum Loss {
    NOTHING,
    ALL,
    SOME,
    OTHERS
  }

  @TempDir private Path temp;

  private int done;

  @ParameterizedTest
  @EnumSource
  void wholeBackupsStandAndTheNextRunWorks(Loss loss) throws IOException {
    Random random = new Random(loss.name().hashCode());
    boolean failed = true;
    for (int step = 1; failed; step++) {
      Path directory = Files.createDirectory(temp.resolve("step" + step));
      Trial.put(directory, OLDEST, "oldest");
      Trial.put(directory, Trial.JOB.complete().value(), "old");
      PowerCut power = new PowerCut(step);
      failed = isStoppedByIt(directory, power);
      if (loss != Loss.NOTHING) {
        power.lose(random, loss == Loss.ALL);
      }
      assertWholeBackupsStand(directory, "step " + step);
      assertTheNextRunWorks(directory);
    }
    assertEquals(2, done, "it came to its end");
  }

  private boolean isStoppedByIt(Path directory, PowerCut power) throws IOException {
    done = 0;
    try (Folder target = power.open(directory)) {
      try (PendingBackup pending = LocalPendingBackup.begin(target, Trial.JOB)) {
        Trial.write(pending, "new");
        pending.commit(Trial.earlier(2));
        done = 1;
      }
      try (Folder again = power.open(directory)) {
        Removal.removeBackup(again, OLDEST);
        done = 2;
      }
      return false;
    } catch (PowerCut.Failed failed) {
      return true;
    }
  }

  private void assertWholeBackupsStand(Path directory, String when) {
    Map<String, String> standing = new TreeMap<>();
    BackupStore store = Trial.store(directory);
    store
        .list()
        .forEach(
            id -> {
              String text = Trial.read(store, id, BackupManifest.FILE_NAME);
              assertEquals(text, Trial.read(store, id, Trial.ARCHIVE), id + ", " + when);
              standing.put(text, id.value());
            });
    assertTrue(standing.containsKey("old"), () -> standing + ", " + when);
    assertTrue(done == 0 || standing.containsKey("new"), () -> standing + ", " + when);
    assertTrue(done > 0 || standing.containsKey("oldest"), () -> standing + ", " + when);
    assertTrue(Set.of("old", "oldest", "new").containsAll(standing.keySet()), when);
  }

  private static void assertTheNextRunWorks(Path directory) throws IOException {
    BackupStore store = Trial.store(directory);
    try (PendingBackup pending = store.begin(Trial.JOB)) {
      Trial.write(pending, "next");
      pending.commit(Trial.nextEarlier(store));
    }
    assertEquals("next", Trial.read(store, Trial.JOB.complete(), Trial.ARCHIVE));
    assertTrue(Files.notExists(directory.resolve(Trial.JOB + Succession.INCOMPLETE)));
  }
}
