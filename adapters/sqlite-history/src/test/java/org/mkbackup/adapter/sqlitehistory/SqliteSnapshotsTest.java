package org.mkbackup.adapter.sqlitehistory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.HistorySnapshotsContract;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.text.RawName;

/** The contract, with databases of the sqlite3 command. */
class SqliteSnapshotsTest extends HistorySnapshotsContract {
  @TempDir Path site;
  @TempDir Path temporary;

  @Override
  protected HistorySnapshots snapshots() {
    return new SqliteSnapshots(temporary, Duration.ofSeconds(10));
  }

  @Override
  protected Path place(String name) {
    return RawName.resolve(site, RawName.ofText(name));
  }

  @Override
  protected void append(Path database, String event) {
    try {
      Path plain = site.resolve("plain");
      if (Files.exists(database)) {
        Files.move(database, plain);
      }
      Sqlite.run(
          plain,
          "create table if not exists history (event);",
          "insert into history values ('" + event + "');");
      Files.move(plain, database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void damage(Path database) {
    try {
      Files.writeString(database, "This was a database before it was damaged. ".repeat(1000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Stream<String> eventsIn(byte[] copy) {
    try {
      Path file = Files.write(site.resolve("check.sqlite"), copy);
      return Sqlite.query(file, "select event from history order by rowid;").stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
