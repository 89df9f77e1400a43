package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a Java that warns of what the next one forbids. */
class NewerJavaIT {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final int FIRST_TO_WARN = 24;
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  @TempDir Path temp;
  private JobRoot jobs;
  private Program program;

  @BeforeEach
  void inANewerJava() throws IOException {
    Optional<Path> java = newerJava();
    Assumptions.assumeTrue(
        java.isPresent(), "A newer Java was left out: there is none in " + INSTALLED);
    jobs = JobRoot.in(temp);
    program =
        jobs.program()
            .with("MKBACKUP_JAVA", java.orElseThrow().toString())
            .with("MKBACKUP_PASSPHRASE", "correct horse battery");
  }

  @Test
  void aSealedBackupAndItsRestoreRunWithoutAWarning() throws IOException, InterruptedException {
    Path history = Files.createDirectories(jobs.home().resolve("var/mkeventd/history"));
    String database = history.resolve("history.sqlite").toString();
    Tools.run(temp, "sqlite3", database, "CREATE TABLE history (line INTEGER)");
    jobs.root().start(JobRoot.SITE);
    Program.Result key = program.mkbackup("key", "create", "--alias", "a", "--bits", "2048");
    assertEquals(1, key.err().lines().count(), key.err());
    jobs.configure("'path': '" + jobs.target() + "'", "'" + key.out() + "'");
    Path keys = jobs.home().resolve("etc/check_mk/backup_keys.mk");
    Files.writeString(
        keys, Files.readString(keys).replace("'not_downloaded': True", "'not_downloaded': False"));

    assertQuiet("backup", "nightly");
    assertQuiet("list", "nas");
    assertQuiet("restore", "nas", jobs.backup("nightly").getFileName().toString());
    Program.Result archived = program.omd("backup", temp.resolve("a.tar.gz").toString());
    assertEquals("", archived.err());
  }

  private void assertQuiet(String... words) {
    Program.Result result = program.mkbackup(words);
    assertEquals(0, result.exit(), result.toString());
    assertEquals("", result.err());
  }

  private static Optional<Path> newerJava() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(INSTALLED)) {
      for (Path home : all) {
        Path release = home.resolve("release");
        if (Files.isReadable(release) && version(Files.readString(release)) >= FIRST_TO_WARN) {
          return Optional.of(home.resolve("bin/java"));
        }
      }
    }
    return Optional.empty();
  }

  private static int version(String release) {
    Matcher matcher = VERSION.matcher(release);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
