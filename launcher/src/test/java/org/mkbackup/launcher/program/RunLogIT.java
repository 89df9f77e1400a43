package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogIT {
  @TempDir Path temp;
  private JobRoot jobs;
  private Path log;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
    log = jobs.home().resolve("var/log/mkbackup.log");
  }

  private String log() throws IOException {
    return Files.readString(log);
  }

  @Test
  void theLogHasTheLinesOfTheStateFileWithProcessAndJob() throws IOException {
    jobs.backUp("nightly");

    String process = " [" + jobs.state("nightly").get("pid").getAsLong() + "] backup nightly: ";
    List<String> said = jobs.state("nightly").string("output").lines().toList();
    assertEquals(2, said.size(), said::toString);
    assertEquals(
        said.stream().map(line -> line.substring(20)).toList(),
        log().lines().map(line -> line.substring(19 + process.length())).toList());
    assertTrue(log().lines().allMatch(line -> line.startsWith(process, 19)), log());
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
  }

  @Test
  void aFailureIsInTheLog() throws IOException {
    Program.Result result = jobs.program().mkbackup("backup", "none");

    assertEquals(3, result.exit());
    assertTrue(log().contains("backup none: ERROR: " + result.onlyErrorLine()), log());
  }

  @Test
  void aRunInTheBackgroundIsLoggedWithItsDetails() throws IOException, InterruptedException {
    assertEquals(
        0, jobs.program().mkbackup("backup", "nightly", "--background", "--verbose").exit());
    long pid = jobs.state("nightly").get("pid").getAsLong();
    ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());

    assertTrue(log().contains("--- Backup completed"), log());
  }

  @Test
  void theLogOfARestoreIsInTheNewTree() throws IOException {
    String backup = jobs.backUp("plain");
    Files.writeString(log, "a line since\n");

    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertFalse(log().contains("a line since"), log());
    assertTrue(log().contains("restore " + backup + ": --- Starting restore"), log());
    assertTrue(log().contains("restore " + backup + ": --- Restore completed"), log());
  }

  @Test
  void omdLogsThereToo() throws IOException {
    Path archive = temp.resolve("a.tar.gz");
    assertEquals(0, jobs.program().omd("backup", archive.toString()).exit());
    assertTrue(log().contains("omd backup heute: Done"), log());
    assertEquals(0, jobs.program().omd("restore", archive.toString()).exit());

    assertTrue(log().contains("omd restore: Restoring site heute"), log());
  }

  @Test
  void aLogThatCannotBeWrittenIsAWarning() throws IOException {
    Path victim = Files.writeString(temp.resolve("victim"), "kept");
    Files.createSymbolicLink(log, victim);

    Program.Result result = jobs.program().mkbackup("backup", "nightly");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().startsWith("WARNING: Can't write the log " + log));
    assertEquals("kept", Files.readString(victim));
    assertTrue(jobs.state("nightly").isSuccess());
  }

  @Test
  void aStateFileThatCannotBeWrittenIsAWarning() throws IOException {
    Files.createDirectories(jobs.stateFile("nightly"));

    Program.Result result = jobs.program().mkbackup("backup", "nightly");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().startsWith("WARNING: Can't write the state file"));
    assertTrue(Files.exists(jobs.backup("nightly").resolve("mkbackup.info")));
  }

  @Test
  void whatOthersMadeInTmpStandsInNoRestoresWay() throws IOException {
    String backup = jobs.backUp("plain");
    Files.createDirectories(jobs.restoreStateFile());

    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().startsWith("WARNING: Can't write the state file"));
  }

  @Test
  void aLinkInTmpIsReplacedByTheStateOfARestore() throws IOException {
    String backup = jobs.backUp("plain");
    Path victim = Files.writeString(temp.resolve("victim"), "kept");
    Files.createSymbolicLink(jobs.restoreStateFile(), victim);

    assertEquals(0, jobs.program().mkbackup("restore", "nas", backup).exit());

    assertEquals("kept", Files.readString(victim));
    assertTrue(Json.read(jobs.restoreStateFile()).isSuccess());
  }
}
