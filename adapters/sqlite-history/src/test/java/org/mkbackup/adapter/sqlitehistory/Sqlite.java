package org.mkbackup.adapter.sqlitehistory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.text.RawName;

/** The sqlite3 command at a database: another process, as the writers of a site are. */
final class Sqlite implements AutoCloseable {
  private final Process process;
  private final Writer input;
  private final BufferedReader output;

  Sqlite(Path database) throws IOException {
    // Opened by a command: a name that isn't text in this locale can't be an argument.
    process =
        new ProcessBuilder("sqlite3", "-batch")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    input = process.outputWriter(UTF_8);
    output = process.inputReader(UTF_8);
    send(".open \"" + RawName.forPeople(database) + "\"");
    send(".timeout 20000");
  }

  void send(String statement) throws IOException {
    input.write(statement + "\n");
    input.flush();
  }

  /** Has it do all that was sent, and gives back the first column of a query's first row. */
  String ask(String query) throws IOException {
    send(query);
    return String.valueOf(output.readLine());
  }

  static void run(Path database, String... statements) throws IOException {
    try (Sqlite sqlite = new Sqlite(database)) {
      for (String statement : statements) {
        sqlite.send(statement);
      }
    }
  }

  static List<String> query(Path database, String query) throws IOException {
    try (Sqlite sqlite = new Sqlite(database)) {
      sqlite.send(query);
      sqlite.input.close();
      return sqlite.output.lines().toList();
    }
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Lets it do what it was told, and end. */
  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      input.close();
    }
    assertEquals(0, process.onExit().join().exitValue());
  }
}
