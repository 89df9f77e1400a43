package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore in place that is killed leaves a site that isn't whole. */
class InPlaceIT {
  private static final String NOT_WHOLE = "Site heute is not whole";

  @TempDir Path temp;
  private JobRoot jobs;
  private Path archive;
  private Path hook;

  @BeforeEach
  void aSiteThatWasClearedAndKilled() throws IOException {
    jobs = JobRoot.in(temp);
    archive = temp.resolve("a.tar.gz");
    jobs.backUp("plain");
    assertEquals(0, jobs.program().omd("backup", archive.toString()).exit());
    hook = jobs.root().makeHook("kill -KILL $PPID");
    assertEquals(137, restore("--in-place").exit());
    Files.delete(hook);
  }

  private Program.Result restore(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "restore";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = archive.toString();
    return jobs.program().omd(all);
  }

  @Test
  void noBackupIsMadeOfItAndTheLastGoodOneStays() throws IOException {
    Map<String, String> before = TreeState.of(jobs.target());
    refused(jobs.program().mkbackup("backup", "plain"));
    refused(jobs.program().omd("backup", temp.resolve("b.tar").toString()));
    assertFalse(Files.exists(temp.resolve("b.tar")));
    assertEquals(before, TreeState.of(jobs.target()));
  }

  private static void refused(Program.Result result) {
    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains(NOT_WHOLE), result.toString());
    assertTrue(result.err().contains("Restore it again"), result.toString());
  }

  @Test
  void itIsWholeWhenItWasRestoredAgainInPlace() throws IOException {
    assertEquals(0, restore("--in-place").exit());
    assertWholeAgain();
  }

  @Test
  void itIsWholeWhenItWasRestoredBySwapping() throws IOException {
    assertEquals(0, restore().exit());
    assertWholeAgain();
  }

  private void assertWholeAgain() throws IOException {
    assertFalse(Files.exists(jobs.home().resolve(".restore_working_dir")));
    jobs.backUp("plain");
  }

  @Test
  void aFailureSaysThatItIsNotWhole() throws IOException {
    jobs.root().makeHook("exit 4");
    Program.Result result = restore("--in-place");
    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains("exit code 4"), result.toString());
    assertTrue(result.err().contains(NOT_WHOLE), result.toString());
  }
}
