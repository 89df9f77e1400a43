package org.mkbackup.adapter.sqlitehistory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that another process is writing to. */
class LiveDatabaseTest extends WithDatabase {
  private static final String TRANSFER =
      "begin; insert into history values (7); insert into history values (-7); commit;";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"wal", "delete"})
  void copiesWholeTransactionsWhileTheyAreWritten(String mode) throws IOException {
    make(mode);
    AtomicBoolean enough = new AtomicBoolean();
    try (Sqlite writer = new Sqlite(database())) {
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(() -> writeUntil(enough, writer));
      try {
        assertTimeout(LIMIT, this::copyUntilTheCopiesHaveGrown);
      } finally {
        enough.set(true);
        writing.join();
      }
    }
  }

  private static void writeUntil(AtomicBoolean enough, Sqlite writer) {
    try {
      while (!enough.get()) {
        assertEquals("1", writer.ask(TRANSFER + " select 1;"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copyUntilTheCopiesHaveGrown() throws IOException {
    long before = 0;
    int growths = 0;
    while (growths < 5) {
      String[] found =
          inCopy("select count(*), ifnull(sum(amount), 0) from history;").get(0).split("\\|", -1);
      long rows = Long.parseLong(found[0]);
      assertEquals("0", found[1], "Half a transaction");
      if (rows > before) {
        growths++;
        before = rows;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wal", "delete"})
  void leavesOutWhatIsNotCommitted(String mode) throws IOException {
    make(mode);
    try (Sqlite writer = new Sqlite(database())) {
      writer.ask(TRANSFER + " select 1;");
      writer.ask("begin; insert into history values (3); select 1;");

      assertEquals(List.of("7", "-7"), inCopy("select amount from history;"));

      assertEquals("3", writer.ask("commit; select count(*) from history;"));
    }
  }

  @Test
  void copiesWhatIsOnlyInTheLog() throws IOException {
    make("wal");
    try (Sqlite writer = new Sqlite(database())) {
      writer.ask("pragma wal_autocheckpoint=0;");
      writer.ask(TRANSFER + " select 1;");

      assertEquals(List.of("7", "-7"), inCopy("select amount from history;"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wal", "delete"})
  void copiesWhatAKilledWriterLeft(String mode) throws IOException {
    make(mode);
    Sqlite writer = new Sqlite(database());
    writer.ask(TRANSFER + " select 1;");
    writer.ask("begin; insert into history values (3); select 1;");
    writer.kill();

    assertEquals(List.of("7", "-7"), inCopy("select amount from history;"));
  }

  @Test
  void leavesItToTheSiteToUndoWhatAKilledWriterHadHalfWritten() throws IOException {
    make("delete");
    Sqlite writer = new Sqlite(database());
    writer.send("pragma cache_size=1;");
    writer.ask("begin; insert into history values (zeroblob(5000000)); select 1;");
    writer.kill();
    byte[] before = Files.readAllBytes(database());

    assertThrows(IOException.class, () -> inCopy("select amount from history;"));

    assertArrayEquals(before, Files.readAllBytes(database()));
    assertEquals(List.of("0"), Sqlite.query(database(), "select count(*) from history;"));
  }

  @Test
  void givesUpOnADatabaseThatStaysLocked() throws IOException {
    make("delete");
    try (Sqlite writer = new Sqlite(database())) {
      writer.ask("begin exclusive; select 1;");

      var failure =
          assertTimeout(
              LIMIT,
              () ->
                  assertThrows(
                      IOException.class,
                      () -> snapshots(Duration.ofMillis(300)).snapshot(database(), log)));

      assertTrue(String.valueOf(failure.getMessage()).contains("locked"), failure::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-wal", "-shm", "-journal"})
  void refusesWhatItWouldWaitInForEver(String suffix) throws Exception {
    make("delete");
    Path fifo = site.resolve("history.sqlite" + suffix);
    Files.deleteIfExists(fifo);
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());

    IOException failure = assertThrows(IOException.class, () -> inCopy("select 1;"));

    assertTrue(
        String.valueOf(failure.getMessage()).contains(fifo + " is not a file"), failure::toString);
  }
}
