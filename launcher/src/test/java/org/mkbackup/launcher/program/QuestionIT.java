package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program asks for on a terminal. */
class QuestionIT {
  private static final String PASSPHRASE = "correct horse battery";
  private static final String FIRST = "Passphrase of the new key: ";
  private static final String SECOND = "The same once more: ";

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  @Test
  void passphrasesAreAskedForAndNeverShown()
      throws IOException, InterruptedException, TimeoutException {
    try (Terminal terminal = run("mkbackup", "key", "create", "--alias", "a", "--bits", "2048")) {
      terminal.await(FIRST).type(PASSPHRASE).await(SECOND).type(PASSPHRASE);
      assertEquals(0, terminal.end(), terminal.all());
      assertFalse(terminal.all().contains("horse"), terminal.all());
      String key =
          terminal.lines().stream()
              .filter(line -> line.matches("([0-9A-F]{2}:){15}[0-9A-F]{2}"))
              .findAny()
              .orElseThrow();
      jobs.configure("'path': '" + jobs.target() + "'", "'" + key + "'");
    }
    String backup = jobs.backUp("nightly");

    try (Terminal terminal = run("mkbackup", "restore", "nas", backup)) {
      terminal.await("Passphrase of key ").await(": ").type(PASSPHRASE);
      assertEquals(0, terminal.end(), terminal.all());
      assertFalse(terminal.all().contains("horse"), terminal.all());
    }
  }

  @Test
  void theKeyOfACopyIsAskedForAtTheTerminal()
      throws IOException, InterruptedException, TimeoutException {
    Program program = jobs.program().with("MKBACKUP_PASSPHRASE", PASSPHRASE);
    assertEquals(0, program.mkbackup("key", "create", "--alias", "a", "--bits", "2048").exit());
    String copy = temp.resolve("copy.pem").toString();
    assertEquals(0, program.mkbackup("key", "export", "a", copy).exit());
    Path ring = jobs.home().resolve("etc/check_mk/backup_keys.mk");
    Files.delete(ring);

    try (Terminal terminal = run("mkbackup", "key", "import", copy)) {
      terminal.await("Passphrase of key ").await(": ").type("wrong horse battery");
      assertEquals(3, terminal.end(), terminal.all());
      assertFalse(terminal.all().contains("horse"), terminal.all());
      assertFalse(Files.exists(ring));
    }
    try (Terminal terminal = run("mkbackup", "key", "import", copy)) {
      terminal.await("Passphrase of key ").await(": ").type(PASSPHRASE);
      assertEquals(0, terminal.end(), terminal.all());
      assertFalse(terminal.all().contains("horse"), terminal.all());
    }
    assertTrue(Files.readString(ring).contains("'copy'"), "It is named like its file");
  }

  @Test
  void passphrasesThatDifferMakeNoKey() throws IOException, InterruptedException, TimeoutException {
    try (Terminal terminal = run("mkbackup", "key", "create", "--alias", "a", "--bits", "2048")) {
      terminal.await(FIRST).type(PASSPHRASE).await(SECOND).type(PASSPHRASE + "!");

      assertEquals(3, terminal.end(), terminal.all());
      terminal.await("differ");
      assertFalse(terminal.all().contains("horse"), terminal.all());
      assertFalse(Files.exists(jobs.home().resolve("etc/check_mk/backup_keys.mk")));
    }
  }

  @ParameterizedTest
  @CsvSource({"i, 0, User neu", "k, 0, User heute of mine", "a, 3, ''"})
  void aConflictIsAskedAboutUntilTheAnswerMakesSense(String answer, int exit, String firstLine)
      throws IOException, InterruptedException, TimeoutException {
    Files.writeString(jobs.home().resolve("etc/a.conf"), "User heute of mine\nRoot of mine\n");
    String archive = temp.resolve("a.tar").toString();
    assertEquals(0, jobs.program().omd("backup", archive).exit());
    Program asRoot = new Program(jobs.root().rootEnvironment(), temp);

    try (Terminal terminal = Terminal.run(asRoot.builder("omd", "restore", "neu", archive))) {
      terminal.await("etc/a.conf was changed").await("[a]bort? ").type("what");
      terminal.await("etc/a.conf was changed").await("[a]bort? ").type(answer);
      assertEquals(exit, terminal.end(), terminal.all());
    }

    Path restored = jobs.root().site("neu").resolve("etc/a.conf");
    assertEquals(exit == 0, Files.exists(restored));
    assertTrue(exit != 0 || Files.readAllLines(restored).get(0).equals(firstLine));
  }

  private Terminal run(String program, String... words) throws IOException {
    return Terminal.run(jobs.program().builder(program, words));
  }
}
