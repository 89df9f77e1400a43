package org.mkbackup.adapter.sqlitehistory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.text.RawName;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** A database that others may be writing to. */
final class Database {
  private static final int ALL_PAGES = -1;
  private static final int MILLIS_TO_NEXT_TRY = 100;
  private static final int FURTHER_TRIES = 1;
  private static final int OK = SQLiteErrorCode.SQLITE_OK.code;

  private final Path file;
  private final Duration patience;

  Database(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * Copies the database as it was at one instant, in one step: copied in several, it would begin
   * anew after each write of another process. In WAL mode nobody waits for it. In rollback mode
   * writers wait until all is read.
   *
   * @param copy an empty file
   */
  void copyTo(Path copy) throws IOException {
    requireFiles();
    try (Connection connection = open()) {
      int result =
          connection
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup(
                  "main",
                  uri(copy),
                  Database::progress,
                  MILLIS_TO_NEXT_TRY,
                  FURTHER_TRIES,
                  ALL_PAGES);
      if (result != OK) {
        throw new IOException(failure(SQLiteErrorCode.getErrorCode(result).message));
      }
    } catch (SQLException e) {
      Throwable cause = e.getCause();
      throw new IOException(
          failure(e.getMessage() + (cause == null ? "" : ": " + cause.getMessage())), e);
    }
  }

  /* SQLite would wait in a FIFO for ever, and no signal would reach it there. */
  private void requireFiles() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Path part = beside(suffix);
      if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)
          && !Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(failure(RawName.forPeople(part) + " is not a file"));
      }
    }
  }

  private static void progress(int remaining, int pages) {
    // There is one step only.
  }

  private Connection open() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    boolean readOnly = hasJournal();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    return config.createConnection(
        "jdbc:sqlite:" + uri(file) + "?mode=" + (readOnly ? "ro" : "rw"));
  }

  /*
   * Where a journal is there, somebody is at work, or was and died; a reader without the right to
   * write leaves all to them. Without one, in WAL mode, SQLite makes -wal and -shm even for readers,
   * and only those with the right to write take them away again. Nothing is written either way.
   */
  private boolean hasJournal() {
    return Files.exists(beside("-wal")) || Files.exists(beside("-journal"));
  }

  private Path beside(String suffix) {
    return RawName.toPath(RawName.of(file.toAbsolutePath()) + suffix);
  }

  /* In a URI any name can be told, and the driver finds no parameters of its own in it. */
  private static String uri(Path file) {
    return "file:" + file.toUri().getRawPath();
  }

  private String failure(String why) {
    return OneLine.of("There is no copying " + RawName.forPeople(file) + ": " + why);
  }
}
