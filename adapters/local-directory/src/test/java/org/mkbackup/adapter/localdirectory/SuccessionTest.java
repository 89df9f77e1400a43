package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** What stands after each step of a commit, and what the next run makes of it. */
class SuccessionTest {
  private static final String COMPLETE = Trial.JOB + "-complete";
  private static final String INCOMPLETE = Trial.JOB + "-incomplete";
  private static final String SET_ASIDE = Trial.JOB + "-superseded";

  @TempDir private Path directory;

  private BackupStore store() {
    return Trial.store(directory);
  }

  private Map<String, String> listed() {
    Map<String, String> listed = new TreeMap<>();
    store().list().forEach(id -> listed.put(id.value(), Trial.read(store(), id, Trial.ARCHIVE)));
    return listed;
  }

  private void assertNextRunKeeps(String text) throws IOException {
    try (PendingBackup pending = store().begin(Trial.JOB)) {
      assertEquals(Map.of(COMPLETE, text), listed());
      Trial.write(pending, "next");
      pending.commit();
    }
    assertEquals(Map.of(COMPLETE, "next"), listed());
    try (Stream<Path> entries = Files.list(directory)) {
      assertEquals(List.of(directory.resolve(COMPLETE)), entries.toList());
    }
  }

  @Test
  void isUndoneByTheNextRunBeforeTheNewOneIsPublished() throws IOException {
    Trial.put(directory, COMPLETE, "old");
    Trial.put(directory, INCOMPLETE, "new");
    assertEquals(Map.of(COMPLETE, "old"), listed());
    assertNextRunKeeps("old");
  }

  @Test
  void isUndoneByTheNextRunWhenTheOldOneWasSetAside() throws IOException {
    Trial.put(directory, SET_ASIDE, "old");
    Trial.put(directory, INCOMPLETE, "new");
    assertEquals(Map.of(SET_ASIDE, "old"), listed());
    assertNextRunKeeps("old");
  }

  @Test
  void isFinishedByTheNextRunWhenTheNewOneHasTheName() throws IOException {
    Trial.put(directory, SET_ASIDE, "old");
    Trial.put(directory, COMPLETE, "new");
    assertEquals(Map.of(COMPLETE, "new", SET_ASIDE, "old"), listed());
    assertNextRunKeeps("new");
  }

  @Test
  void isFinishedByTheNextRunWhenTheOldOneIsHalfRemoved() throws IOException {
    Files.delete(Trial.put(directory, SET_ASIDE, "old").resolve(BackupManifest.FILE_NAME));
    Trial.put(directory, COMPLETE, "new");
    assertEquals(Map.of(COMPLETE, "new"), listed());
    assertNextRunKeeps("new");
  }

  @Test
  void putsTheOldOneBackInThePlaceOfWhatIsNoBackup() throws IOException {
    Trial.put(directory, SET_ASIDE, "old");
    Files.delete(Trial.put(directory, COMPLETE, "half").resolve(BackupManifest.FILE_NAME));
    assertNextRunKeeps("old");
  }

  @Test
  void leavesTheOldOneWhenTheNewOneVanishes() throws IOException {
    Trial.put(directory, COMPLETE, "old");
    try (PendingBackup pending = store().begin(Trial.JOB)) {
      Trial.write(pending, "new");
      Files.move(directory.resolve(INCOMPLETE), directory.resolve("taken away"));

      TargetException failure = assertThrows(TargetException.class, pending::commit);

      assertTrue(failure.what().contains(INCOMPLETE), failure::what);
      assertEquals("old", listed().get(COMPLETE));
    }
    assertEquals("old", listed().get(COMPLETE));
    assertEquals("new", listed().get("taken away"));
  }

  @Test
  void saysThatTheOldOneStillStandsWhenItCannotBeRemoved() throws IOException {
    Path old = Trial.put(directory, COMPLETE, "old");
    String inTheWay = Files.createDirectory(old.resolve("mounted")).toString();
    assumeTrue(
        Mounts.run("mount", "-t", "tmpfs", "tmpfs", inTheWay) == 0,
        "left out: only root can mount what can't be removed");
    try (PendingBackup pending = store().begin(Trial.JOB)) {
      Trial.write(pending, "new");
      pending.commit();

      String leftOver = pending.leftOver().orElse("");
      assertTrue(leftOver.contains("busy"), leftOver);
      assertEquals("new", listed().get(COMPLETE));
    } finally {
      Mounts.run("umount", directory.resolve(SET_ASIDE).resolve("mounted").toString());
    }
  }

  @Test
  void leavesTheOldOneWhenItCannotBeSetAside() throws IOException {
    Trial.put(directory, COMPLETE, "old");
    try (PendingBackup pending = store().begin(Trial.JOB)) {
      Trial.write(pending, "new");
      Path inTheWay = Files.createDirectory(directory.resolve(SET_ASIDE));
      Files.createFile(inTheWay.resolve("file"));

      assertThrows(TargetException.class, pending::commit);
    }
    assertEquals(Map.of(COMPLETE, "old"), listed());
    assertNextRunKeeps("old");
  }
}
