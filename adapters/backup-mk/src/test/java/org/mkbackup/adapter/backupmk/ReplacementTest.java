package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
  @TempDir private Path directory;

  private static Replacement replacement(Path path) {
    return new Replacement(path, PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void leavesNothingBehindWhenTheNewFileCannotTakeTheOldOnesPlace() throws IOException {
    Path taken = directory.resolve("file");
    Files.createDirectories(taken.resolve("not empty"));
    assertThrows(IOException.class, () -> replacement(taken).write(new byte[1]));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(taken), files.toList());
    }
  }

  @Test
  void makesNoFileMoreOpenThanIsAllowed() throws IOException {
    Path path = directory.resolve("file");
    replacement(path).write(new byte[] {'a'});
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    replacement(path).write(new byte[] {'b'});
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertEquals("b", Files.readString(path));
  }
}
