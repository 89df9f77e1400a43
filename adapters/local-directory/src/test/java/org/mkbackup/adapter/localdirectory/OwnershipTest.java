package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.BackupManifest;

class OwnershipTest {
  @TempDir private Path directory;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077", "0177"})
  void isTheSameWhateverTheUmask(String umask) throws IOException {
    String[] command = CommittingProcess.command(umask, directory, 1).toArray(new String[0]);
    assertEquals(0, Mounts.run(command));

    Path backup = directory.resolve(Trial.JOB.complete().value());
    assertEquals("rwxrwxr-x", mode(backup));
    assertEquals("rw-rw----", mode(backup.resolve(Trial.ARCHIVE)));
    assertEquals("rw-rw-r--", mode(backup.resolve(BackupManifest.FILE_NAME)));
  }
}
