package org.mkbackup.adapter.sqlitehistory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left in the site and in the place for copies: nothing. */
class TracesTest extends WithDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void theCopyHasNoNameAnyMore() throws IOException {
    make("wal");

    try (SeekableByteChannel copy = snapshots(PATIENCE).snapshot(database(), log)) {
      assertTrue(copy.size() > 0);
      assertEquals(List.of(), namesIn(temporary));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wal", "delete"})
  void anIdleDatabaseStaysAsItIs(String mode) throws IOException {
    make(mode);
    byte[] before = Files.readAllBytes(database());
    var changed = Files.getLastModifiedTime(database());

    snapshots(PATIENCE).snapshot(database(), log).close();

    assertEquals(List.of("history.sqlite"), namesIn(site));
    assertEquals(changed, Files.getLastModifiedTime(database()));
    assertArrayEquals(before, Files.readAllBytes(database()));
  }

  @Test
  void theFilesOfAWriterStayAsTheyAre() throws IOException {
    make("wal");
    try (Sqlite writer = new Sqlite(database())) {
      writer.ask("insert into history values (1); select 1;");
      List<String> before = namesIn(site);

      snapshots(PATIENCE).snapshot(database(), log).close();

      assertEquals(before, namesIn(site));
      assertEquals(
          "2", writer.ask("insert into history values (2); select count(*) from history;"));
    }
  }

  @Test
  void aFailureLeavesNothing() throws IOException {
    Files.writeString(database(), "no database".repeat(100));

    assertThrows(IOException.class, () -> snapshots(PATIENCE).snapshot(database(), log));

    assertEquals(List.of(), namesIn(temporary));
    assertEquals(List.of("history.sqlite"), namesIn(site));
  }

  @Test
  void aFullDiskLeavesNothingAndIsSaid() throws IOException, InterruptedException {
    make("delete");
    Sqlite.run(database(), "insert into history values (zeroblob(1000000));");
    Path small = Files.createDirectory(temporary.resolve("small"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64k", "none", small.toString()),
        "Left out, only root can mount a small file system: a copy that finds no room");
    try {
      var failure =
          assertThrows(
              IOException.class,
              () -> new SqliteSnapshots(small, PATIENCE).snapshot(database(), log));

      assertTrue(String.valueOf(failure.getMessage()).contains("full"), failure::toString);
      assertEquals(List.of(), namesIn(small));
    } finally {
      assertTrue(run("umount", small.toString()));
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
