package org.mkbackup.adapter.flock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.text.RawName;

/** What may stand where a lock file is to be. */
@Timeout(20)
class LockFilePlaceTest {
  /** The process' mask of permission bits. */
  interface Umask extends Library {
    int umask(int mask);
  }

  @TempDir private Path root;

  private Path file;
  private RunLock locks;

  @BeforeEach
  void lookAtOneFile() {
    file = root.resolve("mkbackup.lock");
    locks = new FlockRunLock(new LockDirectory(root));
  }

  private void assertRefused(String reason) {
    SiteException failure = assertThrows(SiteException.class, () -> locks.take(file, 0600));
    assertTrue(failure.what().contains(file.toString()), failure::what);
    assertTrue(failure.what().contains(reason), failure::what);
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void refusesALinkAndMakesNothingBehindIt() throws IOException {
    Path behind = root.resolve("behind");
    Files.createSymbolicLink(file, behind);
    assertRefused("symbolic link");
    assertFalse(Files.exists(behind, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void refusesAFifoWithoutWaitingForItsOtherEnd() throws IOException, InterruptedException {
    assertEquals(0, Command.exitCode("mkfifo", file.toString()));
    assertRefused("not a regular file");
  }

  @Test
  void refusesADirectory() throws IOException {
    Files.createDirectory(file);
    assertRefused("directory");
  }

  @Test
  void leavesAFileThatIsThereAsItIs() throws IOException {
    Files.writeString(file, "precious");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    locks.take(file, 0660).close();

    assertEquals("precious", Files.readString(file));
    assertEquals("rw-r--r--", mode());
  }

  @Test
  void givesANewFileItsModeWhateverTheUmask() throws IOException {
    Umask process = Native.load("c", Umask.class);
    int before = process.umask(0777);
    try {
      locks.take(file, 0666).close();
    } finally {
      process.umask(before);
    }
    assertEquals("rw-rw-rw-", mode());
  }

  @Test
  void locksAFileWhoseNameIsNoText() throws IOException {
    Path odd = RawName.resolve(root, "\u00ff\u00fe lock");
    try (RunLock.Held held = locks.take(odd, 0600)) {
      assertThrows(BusyException.class, () -> locks.take(odd, 0600), held::toString);
    }
    assertTrue(Files.isRegularFile(odd));
  }

  @Test
  void noticesThatTheFileWasReplaced() throws IOException {
    LockFile open = LockFile.open(file, 0600, OptionalInt.empty());
    try {
      assertTrue(open.isStillAt(file));
      Files.move(
          Files.createFile(root.resolve("other")), file, StandardCopyOption.REPLACE_EXISTING);
      assertFalse(open.isStillAt(file));
      Files.delete(file);
      assertFalse(open.isStillAt(file));
    } finally {
      open.close();
    }
  }
}
