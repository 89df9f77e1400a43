package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** What stands after each step of a commit, and what the next run makes of it. */
class SuccessionTest {
  private static final String COMPLETE = Trial.JOB + "-complete";
  private static final String INCOMPLETE = Trial.JOB + "-incomplete";
  private static final String INCOMPLETE_END = Succession.INCOMPLETE;
  private static final String OLDER = Trial.earlier(1).value();
  private static final String OLD = Trial.earlier(2).value();

  @TempDir private Path directory;

  private BackupStore store() {
    return Trial.store(directory);
  }

  private Map<String, String> listed() {
    Map<String, String> listed = new TreeMap<>();
    store().list().forEach(id -> listed.put(id.value(), Trial.read(store(), id, Trial.ARCHIVE)));
    return listed;
  }

  /* The next run finds the text as the complete one, and makes it one of the earlier ones. */
  private void assertNextRunFinds(String text, Map<String, String> others) throws IOException {
    Map<String, String> expected = new TreeMap<>(others);
    try (PendingBackup pending = store().begin(Trial.JOB)) {
      expected.put(COMPLETE, text);
      assertEquals(expected, listed());
      Trial.write(pending, "next");
      pending.commit(Trial.earlier(3));
    }
    expected.put(COMPLETE, "next");
    expected.put(Trial.earlier(3).value(), text);
    assertEquals(expected, listed());
    try (Stream<Path> entries = Files.list(directory)) {
      assertEquals(
          expected.keySet(),
          entries
              .map(entry -> entry.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void isUndoneByTheNextRunBeforeTheOldOneHasItsNewName() throws IOException {
    Trial.put(directory, OLDER, "older");
    Trial.put(directory, COMPLETE, "old");
    Trial.put(directory, INCOMPLETE, "new");
    assertEquals(Map.of(COMPLETE, "old", OLDER, "older"), listed());
    assertNextRunFinds("old", Map.of(OLDER, "older"));
  }

  @Test
  void isUndoneByTheNextRunWhenTheOldOneHasItsNewName() throws IOException {
    Trial.put(directory, OLDER, "older");
    Trial.put(directory, OLD, "old");
    Trial.put(directory, INCOMPLETE, "new");
    assertEquals(Map.of(OLD, "old", OLDER, "older"), listed());
    assertNextRunFinds("old", Map.of(OLDER, "older"));
  }

  @Test
  void isFinishedWhenTheNewOneHasTheName() throws IOException {
    Trial.put(directory, OLD, "old");
    Trial.put(directory, COMPLETE, "new");
    assertNextRunFinds("new", Map.of(OLD, "old"));
  }

  @Test
  void finishesARemovalThatWasKilled() throws IOException {
    Trial.put(directory, OLDER, "older");
    Trial.put(directory, OLD + INCOMPLETE_END, "old");
    Files.delete(Trial.put(directory, COMPLETE + INCOMPLETE_END, "x").resolve(Trial.ARCHIVE));
    assertNextRunFinds("older", Map.of());
  }

  @Test
  void setsAsideAgainWhatHasNoManifest() throws IOException {
    for (int time = 1; time <= 2; time++) {
      Files.delete(Trial.put(directory, COMPLETE, "half").resolve(BackupManifest.FILE_NAME));
      Trial.put(directory, OLD, "old");
      store().begin(Trial.JOB).close();
      store().delete(Trial.JOB.complete());
    }
    assertEquals(
        Set.of(new BackupId(COMPLETE + "-set-aside"), new BackupId(COMPLETE + "-set-aside-2")),
        Set.copyOf(store().strays(Trial.JOB)));
  }

  @Test
  void givesABackupItsNameBackOfWhichNothingCouldBeRemoved() throws IOException {
    Path old = Trial.put(directory, OLD, "old");
    Path manifest = old.resolve(BackupManifest.FILE_NAME);
    assumeTrue(
        Mounts.run("mount", "--bind", manifest.toString(), manifest.toString()) == 0,
        "left out: only root can mount what can't be removed");
    try {
      assertThrows(TargetException.class, () -> store().delete(Trial.earlier(2)));
    } finally {
      assertEquals(0, Mounts.run("umount", manifest.toString()));
    }
    assertEquals(Map.of(OLD, "old"), listed());
  }

  @Test
  void tellsOfARemovalThatCantBeFinished() throws IOException {
    Path left = Trial.put(directory, OLD + INCOMPLETE_END, "half");
    assertEquals(
        List.of(left.getFileName().toString()),
        store().strays(Trial.JOB).stream().map(BackupId::value).toList());
  }

  @Test
  void removesABackupWhoseNameHasNoRoomForMore() throws IOException {
    BackupId longest = new BackupId("x".repeat(255));
    Trial.put(directory, longest.value(), "mine");
    store().delete(longest);
    assertFalse(Files.exists(directory.resolve(longest.value())));
  }

  @Test
  void leavesTheDirectoriesOfOtherJobsAndOfPeopleAlone() throws IOException {
    String renamed = OLD + "-kept";
    String otherJobs = Trial.JOB + "+2-20261124T023000Z";
    Trial.put(directory, renamed, "renamed");
    Files.delete(Trial.put(directory, otherJobs, "half").resolve(BackupManifest.FILE_NAME));

    store().begin(Trial.JOB).close();

    assertEquals(Map.of(renamed, "renamed"), listed());
    assertTrue(Files.exists(directory.resolve(otherJobs).resolve(Trial.ARCHIVE)));
  }

  @Test
  void leavesTheOldOneWhenTheNewOneVanishes() throws IOException {
    Trial.put(directory, COMPLETE, "old");
    try (PendingBackup pending = store().begin(Trial.JOB)) {
      Trial.write(pending, "new");
      Files.move(directory.resolve(INCOMPLETE), directory.resolve("taken away"));

      TargetException failure =
          assertThrows(TargetException.class, () -> pending.commit(Trial.earlier(2)));

      assertTrue(failure.what().contains(INCOMPLETE), failure::what);
      assertEquals("old", listed().get(COMPLETE));
    }
    assertEquals(Map.of(COMPLETE, "old", "taken away", "new"), listed());
  }

  @Test
  void beginsThoughSomethingKeepsWhatIsLeftOfARemovedOne() throws IOException {
    Path old = Trial.put(directory, OLD, "old");
    Path left = directory.resolve(OLD + INCOMPLETE_END);
    String inTheWay = Files.createDirectory(old.resolve("mounted")).toString();
    assumeTrue(
        Mounts.run("mount", "-t", "tmpfs", "tmpfs", inTheWay) == 0,
        "left out: only root can mount what can't be removed");
    try {
      TargetException failure =
          assertThrows(TargetException.class, () -> store().delete(Trial.earlier(2)));
      assertTrue(failure.what().contains("busy"), failure::what);
      assertEquals(Map.of(), listed());
      Trial.commit(store(), "new");
      assertEquals(Map.of(COMPLETE, "new"), listed());
    } finally {
      Mounts.run("umount", left.resolve("mounted").toString());
    }
    Trial.commit(store(), "newer");
    assertFalse(Files.exists(left));
  }
}
