package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;

class TargetDirectoryTest {
  private static final String NO_MOUNTS = "left out: only root can mount something";

  @TempDir private Path temporary;

  private Mounts mounts;

  @BeforeEach
  void prepareMounts() {
    mounts = new Mounts(temporary);
  }

  @AfterEach
  void unmount() {
    mounts.close();
  }

  private static BackupStore plain(Path path) {
    return new LocalBackupStore(new TargetDirectory(path, false));
  }

  private static BackupStore mountPoint(Path path) {
    return new LocalBackupStore(new TargetDirectory(path, true));
  }

  private static void assertRefused(Path path, String reason, Executable check) {
    TargetException failure = assertThrows(TargetException.class, check);
    assertTrue(failure.what().contains(path.toString()), failure::what);
    assertTrue(failure.what().contains(reason), failure::what);
    assertTrue(failure.hint().length() > 0);
  }

  @Test
  void mustExist() {
    Path missing = temporary.resolve("missing");
    assertRefused(missing, "does not exist", plain(missing)::checkReady);
    assertRefused(missing, "does not exist", plain(missing)::checkReadable);
  }

  @Test
  void mustBeADirectory() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertRefused(file, "is not a directory", plain(file)::checkReady);
    Path below = file.resolve("below");
    assertRefused(below, "is not a directory", plain(below)::checkReady);
  }

  @Test
  void isLeftAsItWasByTheCheck() throws IOException {
    plain(temporary).checkReady();
    try (Stream<Path> entries = Files.list(temporary)) {
      assertEquals(List.of(), entries.toList());
    }
  }

  @Test
  void mustBeWritableToBackUpButNotToRestore() throws IOException {
    assumeFalse(
        Files.getOwner(temporary).getName().equals("root"),
        "left out: root may write to every directory");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefused(temporary, "Permission denied", plain(temporary)::checkReady);
    plain(temporary).checkReadable();
  }

  @Test
  void mayBeOnAReadOnlyFileSystemToRestore() {
    Optional<Path> readOnly = mounts.tmpfs("ro");
    assumeTrue(readOnly.isPresent(), NO_MOUNTS);
    Path path = readOnly.orElseThrow();
    mountPoint(path).checkReadable();
    assertRefused(path, "Read-only", mountPoint(path)::checkReady);
  }

  @Test
  void isAMountPointWhereAnotherFileSystemBegins() {
    Optional<Path> mounted = mounts.tmpfs("size=1m");
    assumeTrue(mounted.isPresent(), NO_MOUNTS);
    mountPoint(mounted.orElseThrow()).checkReady();
  }

  @Test
  void isAMountPointWhereThePlaceOfTheSameFileSystemIsMounted() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Optional<Path> mounted = mounts.bind(elsewhere);
    assumeTrue(mounted.isPresent(), NO_MOUNTS);

    mountPoint(mounted.orElseThrow()).checkReady();
    assertRefused(elsewhere, "Nothing is mounted", mountPoint(elsewhere)::checkReady);
  }

  @Test
  void isAMountPointIfItIsTheRoot() {
    mountPoint(Path.of("/")).checkReadable();
  }
}
