package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that run before and after backups, and when one has failed. */
class HooksIT {
  @TempDir Path temp;
  private JobRoot jobs;
  private Path facts;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
    facts = temp.resolve("facts");
  }

  /* A hook that adds its facts to a file. */
  private String telling(String name) {
    return "[/bin/sh, -c, \"(echo " + name + "; env | sort) >> " + facts + "\"]";
  }

  private List<String> told() throws IOException {
    return Files.exists(facts) ? Files.readAllLines(facts) : List.of();
  }

  @Test
  void hooksRunAroundABackupWithItsFactsAndWithoutSecrets() throws IOException {
    jobs.set(
        "hooks { before = ["
            + telling("BEFORE")
            + ", [/bin/echo, \"$HOME; freezes\"]], after = "
            + telling("AFTER")
            + " }");

    Program.Result result =
        jobs.program().with("MKBACKUP_PASSPHRASE", "s3cret").mkbackup("backup", "plain");

    assertEquals(0, result.exit(), result.toString());
    List<String> told = told();
    assertEquals("BEFORE", told.get(0));
    List<String> after = told.subList(told.indexOf("AFTER"), told.size());
    assertTrue(
        after.containsAll(
            List.of(
                "MKBACKUP_JOB=plain",
                "MKBACKUP_TARGET=nas",
                "MKBACKUP_SITE=heute",
                "MKBACKUP_CONTEXT=site",
                "MKBACKUP_PHASE=after",
                "MKBACKUP_RESULT=success",
                "MKBACKUP_SIZE=" + jobs.state("plain").get("size").getAsLong(),
                "MKBACKUP_BACKUP_ID=" + jobs.backup("plain").getFileName())),
        after::toString);
    assertFalse(told.toString().contains("s3cret"), told::toString);
    assertTrue(
        jobs.state("plain").string("output").contains(" $HOME; freezes\n"),
        jobs.state("plain").text());
  }

  @Test
  void aHookThatFailsKeepsTheBackupFromBeingMade() throws IOException {
    jobs.backUp("plain");
    Path before = jobs.backup("plain").resolve("mkbackup.info");
    String manifest = Files.readString(before);
    jobs.set(
        "hooks.before = [/bin/sh, -c, \"echo not now; exit 5\"]\nhooks.after = "
            + telling("AFTER"));

    Program.Result result = jobs.program().mkbackup("backup", "plain");

    assertEquals(3, result.exit(), result.toString());
    assertEquals(
        "The hook before the backup of job 'plain': /bin/sh failed with exit code 5: not now."
            + " No backup was made: see why it failed, or take it out of hooks.before.",
        result.onlyErrorLine());
    assertTrue(jobs.state("plain").isFailure());
    assertEquals(manifest, Files.readString(before));
    assertTrue(told().contains("MKBACKUP_RESULT=failure"), told()::toString);
    assertTrue(told().contains("MKBACKUP_MESSAGE=" + result.onlyErrorLine()), told()::toString);
  }

  @Test
  void aHookAfterThatTakesTooLongIsEndedAndTheBackupIsGood() throws IOException {
    jobs.set("hooks { after = [/bin/sleep, 1000], timeout = 1 s }");

    Program.Result result = jobs.program().mkbackup("backup", "plain");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(
        result.err().contains("/bin/sleep did not end within 1 s, and was ended"), result.err());
    assertTrue(jobs.state("plain").isSuccess());
  }

  @Test
  void aSignalEndsAHook() throws IOException, InterruptedException {
    jobs.set(
        "hooks.before = [/bin/sh, -c, \"echo $$ > "
            + facts
            + ".new; mv "
            + facts
            + ".new "
            + facts
            + "; exec sleep 1000\"]");
    Process process =
        jobs.program()
            .builder("mkbackup", "backup", "plain")
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("out").toFile())
            .start();
    while (!Files.exists(facts) && process.isAlive()) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    ProcessHandle hook = ProcessHandle.of(Long.parseLong(told().get(0))).orElseThrow();

    process.destroy();

    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(1, process.exitValue(), () -> "exit");
    hook.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    assertTrue(jobs.state("plain").isFailure());
  }

  @Test
  void aFailureIsToldToSomebodyAlsoOneBeforeTheRunBegan() throws IOException {
    Path mail = temp.resolve("mail");
    jobs.set("notify = [/bin/sh, -c, \"cat >> " + mail + "; exit 7\"]");
    jobs.backUp("plain");
    assertFalse(Files.exists(mail));

    Program.Result unknown = jobs.program().mkbackup("backup", "none");
    try (Stream<Path> backups = Files.list(jobs.target())) {
      for (Path backup : backups.toList()) {
        Files.move(backup, temp.resolve("moved"));
      }
    }
    Files.delete(jobs.target());
    Program.Result failed = jobs.program().mkbackup("backup", "plain");
    Program.Result restore = jobs.program().mkbackup("restore", "nas", "x");

    assertEquals(3, unknown.exit(), unknown.toString());
    assertEquals(3, failed.exit(), failed.toString());
    assertTrue(failed.err().contains("WARNING: Nobody could be told"), failed.err());
    List<String> lines = Files.readAllLines(mail);
    assertEquals(6, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("Backup of job none of site heute on "), lines::toString);
    assertTrue(failed.err().contains(lines.get(3)), failed + " " + lines);
    assertTrue(lines.get(4).startsWith("Restore from target nas of site heute"), lines::toString);
    assertTrue(restore.err().contains(lines.get(5)), restore + " " + lines);
  }
}
