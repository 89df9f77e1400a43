package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A relocated root with the site {@code heute} in which nothing is configured yet. */
final class ManagedRoot {
  private final RelocatedRoot root;
  private final Path home;
  private final Path shelf;
  private final Path temp;

  private ManagedRoot(RelocatedRoot root, Path temp) throws IOException {
    this.root = root;
    this.home = root.makeSite("heute");
    this.shelf = Files.createDirectory(temp.resolve("shelf"));
    this.temp = temp;
  }

  static ManagedRoot in(Path temp) throws IOException {
    return new ManagedRoot(RelocatedRoot.in(temp), temp);
  }

  Program program() {
    return new Program(root.siteEnvironment("heute"), temp);
  }

  RelocatedRoot root() {
    return root;
  }

  /** A directory for a target. */
  Path shelf() {
    return shelf;
  }

  Path configuration() {
    return home.resolve("etc/check_mk/backup.mk");
  }

  Path keyFile() {
    return home.resolve("etc/check_mk/backup_keys.mk");
  }

  Path stateFile(String job) {
    return home.resolve("var/check_mk/backup/" + job + ".state");
  }

  /** The lines of the cron table. */
  String table() throws IOException {
    return Files.readString(home.resolve("etc/cron.d/mkbackup"));
  }

  /** Runs a command that has to succeed, and returns what it says. */
  String good(String... words) {
    Program.Result result = program().mkbackup(words);
    assertEquals(0, result.exit(), result.toString());
    return result.out();
  }

  /** Runs a command that has to fail with one line, which holds a text. */
  void refused(String text, String... words) {
    Program.Result result = program().mkbackup(words);
    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains(text), result.toString());
  }

  /** Adds the target {@code shelf}. */
  void addShelf() {
    good("target", "add", "shelf", "local", "--path", shelf.toString());
  }

  /** What the status says of a job, for programs. */
  JsonObject status(String job, int exit) {
    Program.Result result = program().mkbackup("status", "--json", job);
    assertEquals(exit, result.exit(), result.toString());
    JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(exit == 0, document.get("good").getAsBoolean());
    return document.getAsJsonArray("jobs").get(0).getAsJsonObject();
  }

  /** What Python prints of an expression over a configuration that it has read by itself. */
  String python(Path file, String expression) throws IOException {
    String reader =
        file.equals(keyFile())
            ? "keys = {}; exec(open(sys.argv[1]).read()); print(" + expression + ")"
            : "c = ast.literal_eval(open(sys.argv[1]).read()); print(" + expression + ")";
    Process python =
        new ProcessBuilder("python3", "-c", "import ast, sys; " + reader, file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var answer = python.inputReader()) {
      return String.join("\n", answer.lines().toList());
    }
  }
}
