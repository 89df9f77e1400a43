package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpIT {
  @TempDir Path temp;
  private Program program = new Program(Map.of(), Path.of("/"));

  @BeforeEach
  void inARootOfItsOwn() throws IOException {
    RelocatedRoot root = RelocatedRoot.in(temp);
    root.makeSite("heute");
    program = new Program(root.siteEnvironment("heute"), temp);
  }

  @Test
  void helpIsShownAndEndsWithThree() {
    Program.Result result = program.mkbackup("--help");

    assertEquals(3, result.exit());
    assertTrue(result.out().contains("restore"), result.toString());
  }

  @Test
  void helpOfASubCommandEndsWithThreeAsWell() {
    Program.Result result = program.omd("backup", "--help");

    assertEquals(3, result.exit());
    assertTrue(result.out().startsWith("Usage: omd backup"), result.toString());
  }

  @Test
  void aUsageErrorIsOneLineWithTheUsageOnStandardOutput() {
    Program.Result result = program.mkbackup("backup");

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().startsWith("ERROR: "), result.toString());
    assertTrue(result.out().contains("Usage: mkbackup backup"), result.toString());
  }

  @Test
  void otherSubCommandsOfOmdAreHandedOn() {
    Program.Result result = program.omd("config", "show", "a b");

    assertEquals(7, result.exit());
    assertEquals("installed omd: config show a b", result.out());
  }

  @Test
  void runsThroughASymlinkFromAnyDirectory() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("mkb"), Program.HOME.resolve("bin/mkbackup"));

    Program.Result result = program.run(link.toString(), "jobs");

    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().startsWith("Job-ID"), result.toString());
  }
}
