package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** Others can write to the directory too, and put links wherever they like. */
class PlantedLinksTest {
  @TempDir private Path temporary;

  private Path directory;
  private Path victim;
  private BackupStore store;

  @BeforeEach
  void makeAVictim() throws IOException {
    directory = Files.createDirectory(temporary.resolve("target"));
    victim = Trial.put(temporary, "victim", "precious");
    store = Trial.store(directory);
  }

  @AfterEach
  void theVictimIsUnharmed() throws IOException {
    assertEquals("precious", Files.readString(victim.resolve(Trial.ARCHIVE)));
    assertEquals("precious", Files.readString(victim.resolve(BackupManifest.FILE_NAME)));
  }

  private Path link(String name, Path to) throws IOException {
    return Files.createSymbolicLink(directory.resolve(name), to);
  }

  @Test
  void aLinkToABackupIsNotOne() throws IOException {
    BackupId link = new BackupId(link("link", victim).getFileName().toString());
    assertEquals(List.of(), store.list());
    assertThrows(TargetException.class, () -> store.open(link, Trial.ARCHIVE));
    assertThrows(TargetException.class, () -> store.size(link, Trial.ARCHIVE));
    assertThrows(TargetException.class, () -> store.delete(link));
  }

  @Test
  void aLinkedFileOfABackupIsNotRead() throws IOException {
    Path backup = Trial.put(directory, "kept", "mine");
    Files.createSymbolicLink(backup.resolve("linked.tar"), victim.resolve(Trial.ARCHIVE));
    BackupId kept = new BackupId("kept");
    assertThrows(TargetException.class, () -> store.open(kept, "linked.tar"));
    assertThrows(TargetException.class, () -> store.size(kept, "linked.tar"));
  }

  @Test
  void aLinkedManifestMakesNoBackup() throws IOException {
    Path backup = Files.createDirectory(directory.resolve("forged"));
    Files.createSymbolicLink(
        backup.resolve(BackupManifest.FILE_NAME), victim.resolve(BackupManifest.FILE_NAME));
    assertEquals(List.of(), store.list());
  }

  @Test
  void linksInABackupAreRemovedWithItAndNotFollowed() throws IOException {
    Path backup = Trial.put(directory, "kept", "mine");
    Files.createSymbolicLink(backup.resolve("directory"), victim);
    Files.createSymbolicLink(backup.resolve("file"), victim.resolve(Trial.ARCHIVE));
    Files.createDirectories(backup.resolve("a/b/c"));
    store.delete(new BackupId("kept"));
    assertFalse(Files.exists(backup, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void linksUnderAJobsOwnNamesAreSetAside() throws IOException {
    link(Trial.JOB + "-incomplete", victim);
    link(Trial.JOB + "-complete", victim);
    Trial.commit(store, "mine");
    link(Trial.earlier(0).value(), victim);
    Trial.commit(store, "mine");

    assertEquals(List.of(Trial.JOB.complete()), store.list());
    assertEquals("mine", Trial.read(store, Trial.JOB.complete(), Trial.ARCHIVE));
    assertFalse(Files.isSymbolicLink(directory.resolve(Trial.JOB.complete().value())));
    assertEquals(2, store.strays(Trial.JOB).size());
  }

  @Test
  void aDirectoryThatIsExchangedForALinkIsNotWrittenThrough() throws IOException {
    Path incomplete = directory.resolve(Trial.JOB.incomplete().value());
    try (PendingBackup pending = store.begin(Trial.JOB)) {
      Files.move(incomplete, directory.resolve("moved"));
      Files.createSymbolicLink(incomplete, victim);
      Trial.write(pending, "mine");
    }
    assertEquals("mine", Files.readString(directory.resolve("moved").resolve(Trial.ARCHIVE)));
    assertFalse(Files.exists(incomplete, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aLinkInAFilesPlaceIsRefused() throws IOException {
    try (PendingBackup pending = store.begin(Trial.JOB)) {
      Files.createSymbolicLink(
          directory.resolve(Trial.JOB.incomplete().value()).resolve(Trial.ARCHIVE),
          victim.resolve(Trial.ARCHIVE));
      assertThrows(TargetException.class, () -> pending.create(Trial.ARCHIVE));
    }
  }
}
