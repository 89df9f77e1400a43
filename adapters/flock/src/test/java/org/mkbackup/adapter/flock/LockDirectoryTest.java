package org.mkbackup.adapter.flock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;

class LockDirectoryTest {
  private static final int ANOTHER_GROUP = 54_321;

  @TempDir private Path root;

  private Path shared;
  private RunLock locks;

  @BeforeEach
  void shareOneDirectory() {
    shared = root.resolve("run/lock/mkbackup");
    locks = new FlockRunLock(new LockDirectory(shared));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void isOpenToItsGroupIfItIsTheSharedOne() throws IOException {
    locks.take(shared.resolve("mkbackup.lock"), 0660).close();
    assertEquals("rwxrwx---", mode(shared));
  }

  @Test
  void isClosedToOthersIfItIsNot() throws IOException {
    Path own = root.resolve("site/tmp/run");
    locks.take(own.resolve("backup.lock"), 0600).close();
    assertFalse(mode(own).substring(3).contains("w"));
  }

  @Test
  void isNotFollowedIfItIsALink() throws IOException {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Files.createDirectories(shared.resolveSibling(""));
    Files.createSymbolicLink(shared, elsewhere);

    SiteException failure =
        assertThrows(SiteException.class, () -> locks.take(shared.resolve("a.lock"), 0600));

    assertTrue(failure.what().contains(shared + " is not a directory"), failure::what);
    assertFalse(Files.exists(elsewhere.resolve("a.lock")));
  }

  @Test
  void handsItsGroupToTheFilesMadeInIt() throws IOException {
    Files.createDirectories(shared);
    assumeTrue(
        (Integer) Files.getAttribute(shared, "unix:uid") == 0,
        "left out: only root can give a directory to any group");
    Files.setAttribute(shared, "unix:gid", ANOTHER_GROUP);

    Path file = shared.resolve("mkbackup-heute.lock");
    locks.take(file, 0660).close();

    assertEquals(ANOTHER_GROUP, Files.getAttribute(file, "unix:gid"));
  }
}
