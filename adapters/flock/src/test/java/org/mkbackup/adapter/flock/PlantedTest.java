package org.mkbackup.adapter.flock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;

/** A user was there first, and root needs the lock. */
class PlantedTest {
  private static final int A_USER = 54_321;

  @TempDir private Path root;
  private Path shared;
  private Path lock;
  private RunLock locks;

  @BeforeEach
  void aDirectoryOfAUsers() throws IOException {
    shared = Files.createDirectories(root.resolve("run/lock/mkbackup"));
    lock = shared.resolve("mkbackup-heute.lock");
    locks = new FlockRunLock(new LockDirectory(shared));
    assumeTrue(Planted.isSeenByRoot(), "left out: only root can give files to users");
    give(shared);
  }

  private static void give(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", A_USER, LinkOption.NOFOLLOW_LINKS);
  }

  private void assertLockable() throws IOException {
    locks.take(lock, 0660).close();
    assertTrue(Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void theDirectoryBecomesRootsAndIsShared() throws IOException {
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx------"));
    assertLockable();
    assertTrue(Planted.isRoots(shared));
    assertEquals("rwxrwx---", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)));
  }

  @Test
  void aLinkInTheDirectorysPlaceGoes() throws IOException {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    give(elsewhere);
    Files.delete(shared);
    give(Files.createSymbolicLink(shared, elsewhere));
    assertLockable();
    assertFalse(Planted.isRoots(elsewhere));
    assertFalse(Files.exists(elsewhere.resolve(lock.getFileName())));
  }

  @Test
  void aLinkInTheLocksPlaceGoes() throws IOException {
    Path precious = Files.writeString(root.resolve("precious"), "kept");
    give(Files.createSymbolicLink(lock, precious));
    assertLockable();
    assertEquals("kept", Files.readString(precious));
  }

  @Test
  void aPipeInTheLocksPlaceGoes() throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", lock.toString()).start().waitFor());
    give(lock);
    assertLockable();
  }

  @Test
  void aDirectoryInTheLocksPlaceIsPutAside() throws IOException {
    Files.createDirectories(lock.resolve("full"));
    give(lock);
    assertLockable();
  }

  @Test
  void whatIsRootsIsLeftToRoot() throws IOException {
    Files.createSymbolicLink(lock, root.resolve("nowhere"));
    assertThrows(SiteException.class, () -> locks.take(lock, 0660));
    assertTrue(Files.isSymbolicLink(lock));
  }
}
