package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MkbackupBadInputIT {
  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  @ParameterizedTest
  @CsvSource({
    "nas, not an absolute path",
    "TEMP/../x, not canonical",
    "TEMP/missing, does not exist",
    "TEMP/file, not a directory",
    "TEMP/root/omd/sites/heute/var, inside of the site"
  })
  void aTargetThatCannotBeUsedIsAFailedRun(String path, String reason) throws IOException {
    Files.writeString(temp.resolve("file"), "");
    jobs.configure("'path': '" + path.replace("TEMP", temp.toString()) + "'", "None");

    assertTrue(backUp("plain").contains(reason), reason);
    assertTrue(jobs.state("plain").isFailure());
  }

  @Test
  void aTargetMustBeMountedIfItSaysSo() throws IOException {
    jobs.configure("'path': '" + jobs.target() + "', 'is_mountpoint': True", "None");

    assertTrue(backUp("plain").contains("Nothing is mounted"));
  }

  @Test
  void anUnknownJobLeavesNoState() {
    assertTrue(backUp("none").contains("'none'"));
    assertFalse(Files.exists(jobs.stateFile("none")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "targets", "backup plain"})
  void aMalformedConfigurationIsToldWithItsPlaceAlone(String words) throws IOException {
    Files.writeString(jobs.configuration(), "{'jobs': {},\n 'targets': open('x')}\n");

    Program.Result result = jobs.program().mkbackup(words.split(" "));

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().startsWith(jobs.configuration() + ":2:13:"), result.err());
    assertEquals("", result.out());
  }

  @Test
  void debugShowsWhereAnErrorArose() {
    Program.Result result = jobs.program().mkbackup("backup", "none", "--debug");

    assertEquals(3, result.exit());
    assertTrue(result.err().contains("\tat org.mkbackup."), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"frob", "backup", "backup a b", "backup --frob a", "restore nas"})
  void usageErrorsShowTheUsage(String words) {
    Program.Result result = jobs.program().mkbackup(words.split(" "));

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().startsWith("ERROR: "), result.err());
    assertTrue(result.out().contains("Usage: mkbackup"), result.out());
  }

  @Test
  void helpOfAModeEndsWithThree() {
    assertEquals(3, jobs.program().mkbackup("backup", "--help").exit());
  }

  private String backUp(String job) {
    Program.Result result = jobs.program().mkbackup("backup", job);
    assertEquals(3, result.exit(), result.toString());
    return result.onlyErrorLine();
  }
}
