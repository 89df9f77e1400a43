package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.ConfigurationException;

class ConfigurationFileTest {
  @TempDir private Path directory;
  private Path path = Path.of("");

  @BeforeEach
  void nameTheFile() {
    path = directory.resolve("backup.mk");
  }

  private ConfigurationFile file() {
    return new ConfigurationFile(path, EnumSet.allOf(PosixFilePermission.class));
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private void assertNothingIsLeftBehind() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertTrue(files.noneMatch(file -> file.toString().contains(".new")));
    }
  }

  @Test
  void replacesTheFileAndKeepsItsPermissions() throws IOException {
    Files.writeString(path, "old");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrw-rw-"));
    Object before = Files.getAttribute(path, "unix:ino");
    file().change(text -> text + " and new");
    assertEquals("old and new", Files.readString(path));
    assertEquals("rwxrw-rw-", permissions());
    assertFalse(before.equals(Files.getAttribute(path, "unix:ino")), "written in place");
    assertNothingIsLeftBehind();
  }

  @Test
  void makesANewFileForUserAndGroupOnly() throws IOException {
    file().change(text -> text + "new");
    assertEquals("new", Files.readString(path));
    assertEquals("rw-rw----", permissions());
  }

  @Test
  void keepsOwnerAndGroup() throws IOException {
    Files.writeString(path, "");
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    var names = directory.getFileSystem().getUserPrincipalLookupService();
    try {
      view.setOwner(names.lookupPrincipalByName("daemon"));
      view.setGroup(names.lookupPrincipalByGroupName("games"));
    } catch (IOException e) {
      Assumptions.abort("left out: only root can give a file to another user");
    }
    file().change(text -> "new");
    assertEquals("daemon", Files.getOwner(path).getName());
    assertEquals("games", Files.readAttributes(path, PosixFileAttributes.class).group().getName());
  }

  @Test
  void leavesTheFileAsItIsWhenTheChangeFails() throws IOException {
    Files.writeString(path, "old");
    assertThrows(
        IllegalStateException.class,
        () ->
            file()
                .change(
                    text -> {
                      throw new IllegalStateException();
                    }));
    assertEquals("old", Files.readString(path));
    file().change(text -> "new");
    assertEquals("new", Files.readString(path));
  }

  @Test
  void leavesTheFileAsItIsWhenTheNewOneCannotBeWritten() throws IOException {
    Files.writeString(path, "old");
    Path inTheWay = directory.resolve(".backup.mk.new-mkbackup");
    Files.createDirectories(inTheWay.resolve("not empty"));
    var failed = assertThrows(ConfigurationException.class, () -> file().change(text -> "new"));
    assertTrue(failed.what().startsWith(path + " can't be written"), failed.what());
    assertEquals("old", Files.readString(path));
  }

  @Test
  void clearsAwayWhatAKilledRunLeft() throws IOException {
    Path left = directory.resolve(".backup.mk.new-mkbackup");
    Path elsewhere = directory.resolve("elsewhere");
    Files.createSymbolicLink(left, elsewhere);
    file().change(text -> "new");
    assertEquals("new", Files.readString(path));
    assertFalse(Files.exists(elsewhere, LinkOption.NOFOLLOW_LINKS));
    assertNothingIsLeftBehind();
  }

  @Test
  void readsThroughASymlinkButDoesNotReplaceIt() throws IOException {
    Path real = Files.writeString(directory.resolve("real"), "old");
    Files.createSymbolicLink(path, real);
    assertEquals("old", file().read().text());
    assertThrows(ConfigurationException.class, () -> file().change(text -> "new"));
    assertTrue(Files.isSymbolicLink(path));
    assertEquals("old", Files.readString(real));
  }

  @Test
  void refusesASymlinkInThePlaceOfTheLock() throws IOException {
    Path elsewhere = directory.resolve("elsewhere");
    Files.createSymbolicLink(directory.resolve(".backup.mk.lock"), elsewhere);
    assertThrows(ConfigurationException.class, () -> file().change(text -> "new"));
    assertFalse(Files.exists(elsewhere));
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    Files.createDirectory(path);
    assertThrows(ConfigurationException.class, () -> file().read());
  }

  @Test
  void saysSoWhenTheDirectoryIsMissing() {
    path = directory.resolve("missing/backup.mk");
    assertEquals("", file().read().text());
    var failed = assertThrows(ConfigurationException.class, () -> file().change(text -> "new"));
    assertTrue(failed.what().endsWith("its directory doesn't exist"), failed.what());
  }

  @Test
  void losesNoChangeOfManyAtTheSameTime() {
    IntStream.range(0, 50).parallel().forEach(i -> file().change(text -> text + "x"));
    assertEquals("x".repeat(50), file().read().text());
  }

  @Test
  void keepsOtherProcessesOutWhileItChanges() {
    file().change(text -> tryLockInAnotherProcess());
    assertEquals("busy\n", file().read().text());
  }

  private String tryLockInAnotherProcess() {
    String program =
        """
        import fcntl, sys
        try:
            fcntl.lockf(open(sys.argv[1], 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)
            print('free')
        except BlockingIOError:
            print('busy')
        """;
    try {
      Process python =
          new ProcessBuilder("python3", "-c", program, directory + "/.backup.mk.lock").start();
      return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("python3 is needed for this test", e);
    }
  }

  @Test
  void refusesAFileThatIsTooLargeForAConfiguration() throws IOException {
    try (FileChannel sparse =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.allocate(1), 1L << 33);
    }
    ConfigurationException failure =
        assertThrows(ConfigurationException.class, () -> file().read());
    assertTrue(failure.what().contains("more than 4 MiB"), failure::what);
  }
}
