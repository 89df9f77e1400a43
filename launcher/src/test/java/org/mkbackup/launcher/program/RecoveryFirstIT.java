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

/**
 * A kill left another tree in the site's place, which has neither jobs nor targets nor settings.
 */
class RecoveryFirstIT {
  private static final String UNDONE = "An interrupted restore of site heute was undone";

  @TempDir Path temp;
  private JobRoot jobs;
  private String backup = "";

  @BeforeEach
  void anotherTreeInTheSitesPlace() throws IOException {
    jobs = JobRoot.in(temp);
    backup = jobs.backUp("plain");
    Path archive = temp.resolve("bare.tar");
    Path elsewhere = temp.resolve("backup.mk");
    Files.move(jobs.configuration(), elsewhere);
    assertEquals(0, jobs.program().omd("backup", archive.toString()).exit());
    Files.move(elsewhere, jobs.configuration());
    Path settings = Files.createDirectories(jobs.home().resolve("etc/mkbackup"));
    Files.writeString(settings.resolve("mkbackup.conf"), "compression.level = eleven");
    Path hook = jobs.root().makeHook("kill -KILL $PPID");
    assertEquals(137, jobs.program().omd("restore", archive.toString()).exit());
    Files.delete(hook);
    assertFalse(Files.exists(jobs.configuration()));
  }

  @Test
  void aJobIsReadFromTheOldTree() throws IOException {
    Files.delete(restored("etc/mkbackup/mkbackup.conf"));
    Program.Result result = jobs.program().mkbackup("backup", "plain");
    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains(UNDONE), result.toString());
  }

  @Test
  void aTargetIsReadFromTheOldTree() throws IOException {
    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);
    assertEquals(0, result.exit(), result.toString());
    assertTrue(result.out().contains(UNDONE), result.toString());
  }

  @Test
  void settingsAreReadFromTheOldTree() {
    for (String[] words :
        new String[][] {{"mkbackup", "backup", "plain"}, {"omd", "backup", "-"}}) {
      Program.Result result = jobs.program().run(words[0], words[1], words[2]);
      assertEquals(3, result.exit(), result.toString());
      assertTrue(result.err().contains("eleven"), result.toString());
    }
  }

  /* Where the old entries wait. */
  private Path restored(String name) {
    return jobs.home().resolve(".restore_working_dir/mkbackup-old").resolve(name);
  }
}
