package org.mkbackup.launcher.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.TargetException;

class ArchiveDestinationTest {
  @TempDir Path directory;

  @Test
  void anArchiveAppearsWhenItIsComplete() throws IOException {
    Path archive = directory.resolve("a.tar.gz");
    try (ArchiveDestination destination = ArchiveDestination.file(archive)) {
      write(destination, "new");
      assertFalse(Files.exists(archive));
      destination.commit();
    }

    assertEquals("new", Files.readString(archive));
    assertEquals(List.of("a.tar.gz"), names());
  }

  @Test
  void anArchiveIsReadableByItsOwnerOnly() throws IOException {
    Path archive = directory.resolve("a.tar.gz");
    try (ArchiveDestination destination = ArchiveDestination.file(archive)) {
      write(destination, "new");
      destination.commit();
    }

    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
  }

  @Test
  void whatIsNotCompleteLeavesTheOldArchiveAndNothingElse() throws IOException {
    Path archive = Files.writeString(directory.resolve("a.tar.gz"), "old");
    try (ArchiveDestination destination = ArchiveDestination.file(archive)) {
      write(destination, "new");
    }

    assertEquals("old", Files.readString(archive));
    assertEquals(List.of("a.tar.gz"), names());
  }

  @Test
  void anArchiveAppearsInADirectoryThatCannotBeRead() throws IOException {
    Assumptions.assumeFalse(
        "root".equals(System.getProperty("user.name")),
        "A directory that may not be read was left out: root may read all");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("-wx------"));
    Path archive = directory.resolve("a.tar.gz");
    try (ArchiveDestination destination = ArchiveDestination.file(archive)) {
      write(destination, "new");
      destination.commit();
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    assertEquals("new", Files.readString(archive));
  }

  @Test
  void aMissingDirectoryIsNamed() {
    assertThrows(
        TargetException.class, () -> ArchiveDestination.file(directory.resolve("missing/a.tar")));
  }

  private static void write(ArchiveDestination destination, String content) throws IOException {
    try (OutputStream stream = destination.stream()) {
      stream.write(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.resolveSibling("").relativize(file).toString()).toList();
    }
  }
}
