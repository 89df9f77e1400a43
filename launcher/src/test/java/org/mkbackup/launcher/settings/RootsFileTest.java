package org.mkbackup.launcher.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.ConfigurationException;

/** What root reads of settings; any other user reads everything. */
class RootsFileTest {
  private static final int SOMEBODY = 4711;

  @TempDir Path temp;
  private Path directory;
  private Path file;
  private boolean isRoot;

  @BeforeEach
  void aFileOfThisUsers() throws IOException {
    directory = Files.createDirectory(temp.resolve("mkbackup"));
    file = Files.writeString(directory.resolve("mkbackup.conf"), "hooks.before = [/bin/evil]");
    isRoot = Files.getAttribute(file, "unix:uid").equals(0);
    allow(directory, "rwxr-xr-x");
    allow(file, "rw-r--r--");
  }

  private static void allow(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private void give(Path path) throws IOException {
    if (isRoot) {
      Files.setAttribute(path, "unix:uid", SOMEBODY);
    }
  }

  private void assertRefusedToRoot(Path read, String because) {
    if (isRoot) {
      ConfigurationException refusal =
          assertThrows(ConfigurationException.class, () -> RootsFile.require(read));
      assertTrue(refusal.what().endsWith(because + " can be written to by others"), refusal::what);
    } else {
      assertDoesNotThrow(() -> RootsFile.require(read));
    }
  }

  @Test
  void whatOnlyRootCanWriteIsRead() {
    assertDoesNotThrow(() -> RootsFile.require(file));
  }

  @Test
  void aFileOfAnotherUserIsNot() throws IOException {
    give(file);

    assertRefusedToRoot(file, "it");
  }

  @Test
  void aFileThatAGroupOrAllCanWriteIsNot() throws IOException {
    for (String mode : new String[] {"rw-rw-r--", "rw-r--rw-"}) {
      allow(file, mode);
      assertRefusedToRoot(file, "it");
    }
  }

  @Test
  void aFileThatOthersCanReplaceIsNot() throws IOException {
    allow(directory, "rwxrwxr-x");

    assertRefusedToRoot(file, directory.toString());
  }

  @Test
  void aFileInADirectoryOfAnotherUserIsNot() throws IOException {
    give(directory);

    assertRefusedToRoot(file, directory.toString());
  }

  @Test
  void aLinkToAFileOfAnotherUserIsNot() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    Path own = Files.writeString(other.resolve("own.conf"), "");
    Path link = Files.createSymbolicLink(directory.resolve("link.conf"), own);
    assertDoesNotThrow(() -> RootsFile.require(link));
    give(own);

    assertRefusedToRoot(link, own.toString());
  }

  @Test
  void theTestKnowsWhoItIs() throws IOException {
    assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), isRoot);
  }
}
