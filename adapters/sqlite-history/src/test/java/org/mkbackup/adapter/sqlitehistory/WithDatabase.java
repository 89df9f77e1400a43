package org.mkbackup.adapter.sqlitehistory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;

/** A database in a site, and a place for copies. */
abstract class WithDatabase {
  @TempDir Path site;
  @TempDir Path temporary;
  final RunLogLines log = new RunLogLines();

  Path database() {
    return site.resolve("history.sqlite");
  }

  /** Makes the database in a journal mode: {@code wal} or {@code delete}. */
  void make(String mode) throws IOException {
    Sqlite.run(
        database(),
        ".output /dev/null",
        "pragma journal_mode=" + mode + ";",
        "create table history (amount integer);");
  }

  /** What a query finds in a copy, whose integrity is checked. */
  List<String> inCopy(String query) throws IOException {
    Path copy = Files.createTempFile(site, "taken", ".sqlite");
    try (InputStream taken =
        Channels.newInputStream(snapshots(Duration.ofSeconds(20)).snapshot(database(), log))) {
      Files.write(copy, taken.readAllBytes());
      assertEquals(List.of("ok"), Sqlite.query(copy, "pragma integrity_check;"));
      return Sqlite.query(copy, query);
    } finally {
      Files.delete(copy);
    }
  }

  SqliteSnapshots snapshots(Duration patience) {
    return new SqliteSnapshots(temporary, patience);
  }

  static List<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
