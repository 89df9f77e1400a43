package org.mkbackup.adapter.logfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.LogSink;

/** What stands in the log's place, and what a line looks like. */
class LogFilePlaceTest {
  private static final LogSink.Line LINE =
      new LogSink.Line(
          ZonedDateTime.of(2026, 11, 24, 2, 30, 5, 0, ZoneOffset.ofHours(1)),
          4711,
          "backup nightly",
          LogSink.Level.WARNING,
          "text");

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("mkbackup.log");
  }

  private static LogSink log(Path file) {
    return new LogFile(file, new LogSink.Rotation(1 << 20, 3));
  }

  private SiteException assertRefused() {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThrows(SiteException.class, () -> log(file()).append(List.of(LINE))));
  }

  @Test
  void aLineBeginsWithTheTimeThatPeopleReadItIn() throws IOException {
    log(file()).append(List.of(LINE));

    assertEquals(
        "2026-11-24 02:30:05 [4711] backup nightly: WARNING: text\n", Files.readString(file()));
  }

  @Test
  void aNewFileIsForOwnerAndGroupOnly() throws IOException {
    log(file()).append(List.of(LINE));

    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "kept");
    Files.createSymbolicLink(file(), victim);

    assertTrue(assertRefused().what().contains("mkbackup.log"));
    assertEquals("kept", Files.readString(victim));
  }

  @Test
  void aDanglingLinkMakesNoFile() throws IOException {
    Files.createSymbolicLink(file(), directory.resolve("victim"));

    assertRefused();
    assertFalse(Files.exists(directory.resolve("victim")));
  }

  @Test
  void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("mkfifo", file().toString()).start().waitFor());

    assertTrue(assertRefused().what().contains("not a regular file"));
  }

  @Test
  void aMissingDirectoryIsNotMade() {
    Path nowhere = directory.resolve("log/mkbackup.log");

    assertThrows(SiteException.class, () -> log(nowhere).append(List.of(LINE)));
    assertFalse(Files.exists(directory.resolve("log")));
  }

  @Test
  void aFullDiskIsToldWithItsName() throws IOException {
    Path small = Files.createDirectory(directory.resolve("small"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=4k,nr_inodes=10", "tmpfs", small.toString()),
        "left out: only root can mount a file system that is small");
    try {
      Files.write(small.resolve("filling"), new byte[4096]);

      SiteException failure =
          assertThrows(
              SiteException.class, () -> log(small.resolve("mkbackup.log")).append(List.of(LINE)));

      assertTrue(failure.what().contains("No space left"), failure::what);
    } finally {
      run("umount", small.toString());
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
