package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status as a local check. */
class CheckmkIT {
  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  private List<String> lines(String... words) {
    String[] command = new String[words.length + 2];
    command[0] = "status";
    command[1] = "--checkmk";
    System.arraycopy(words, 0, command, 2, words.length);
    Program.Result result = jobs.program().mkbackup(command);
    assertEquals(0, result.exit(), result.toString());
    assertEquals("", result.err());
    return result.out().lines().toList();
  }

  @Test
  void eachJobHasALine() throws IOException {
    jobs.backUp("nightly");
    jobs.backUp("nightly");

    List<String> lines = lines();

    assertEquals(3, lines.size(), lines::toString);
    String size = Long.toString(jobs.state("nightly").get("size").getAsLong());
    assertTrue(
        lines
            .get(0)
            .matches(
                "0 \"Backup heute nightly\" age=[0-9]+;172800;259200\\|duration=[0-9]+\\|size="
                    + size
                    + "\\|size_change=-?[0-9.]+;-50:50 The last run was good .*"),
        lines::toString);
    assertEquals("0 \"Backup heute off\" - Its schedule is disabled, It never ran", lines.get(1));
    assertEquals("1 \"Backup heute plain\" - It never ran", lines.get(2));
    assertEquals(List.of(lines.get(2)), lines("plain"));
  }

  @Test
  void whatCannotBeReadIsALineAsWell() throws IOException {
    jobs.set("check.age.warn = soon");
    List<String> lines = lines();
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).startsWith("2 \"Backup heute\" - "), lines::toString);

    jobs.set("");
    Files.writeString(jobs.configuration(), "{'jobs': ");
    assertTrue(lines().get(0).startsWith("2 \"Backup heute\" - "));
  }

  @Test
  void aFailureIsToldWithItsReason() throws IOException {
    Files.delete(jobs.target());
    assertEquals(3, jobs.program().mkbackup("backup", "nightly").exit());

    String line = lines("nightly").get(0);

    assertTrue(
        line.startsWith("2 \"Backup heute nightly\" duration=0 The last run failed: "), line);
  }
}
