package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that keep more than the last backup. */
class PruneIT {
  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void threeBackups() throws IOException {
    jobs = JobRoot.in(temp);
    jobs.set("jobs.plain.retention.keep-last = 3");
    for (String content : List.of("one", "two", "three")) {
      Files.writeString(jobs.home().resolve("etc/content"), content);
      Program.Result result = run("backup", "plain");
      assertEquals(0, result.exit(), result.toString());
    }
  }

  private Program.Result run(String... arguments) {
    return jobs.program().mkbackup(arguments);
  }

  /** The names on the target, sorted: those of earlier ones by their times, then the newest's. */
  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(jobs.target())) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void allThatAreKeptAreListedAndTheEarliestIsRestored() throws IOException {
    List<String> names = names();
    assertEquals(3, names.size(), names.toString());
    assertTrue(names.get(0).matches(".*-heute-plain-[0-9]{8}T[0-9]{6}Z"), names.toString());
    assertTrue(names.get(2).endsWith("-heute-plain-complete"), names.toString());

    String listed = run("list", "nas").out();
    names.forEach(name -> assertTrue(listed.contains("Backup-ID:    " + name), listed));
    Program.Result restored = run("restore", "nas", names.get(0));

    assertEquals(0, restored.exit(), restored.toString());
    assertEquals("one", Files.readString(jobs.home().resolve("etc/content")));
  }

  @Test
  void theNextBackupRemovesTheOldestOne() throws IOException {
    List<String> before = names();

    Program.Result result = run("backup", "plain");

    assertEquals(3, names().size());
    assertFalse(names().contains(before.get(0)));
    assertTrue(result.out().contains("Removed backup " + before.get(0)), result.toString());
  }

  @Test
  void aDryRunSaysWhatWouldBeRemovedAndRemovesNothing() throws IOException {
    List<String> before = names();
    jobs.set("retention.keep-last = 2");

    Program.Result result = run("prune", "plain", "--dry-run");

    assertEquals(0, result.exit(), result.toString());
    List<String> lines = result.out().lines().toList();
    assertEquals("Job 'plain' keeps: last 2", lines.get(0));
    assertTrue(lines.get(2).matches(before.get(0) + " .* would be removed"), result.out());
    assertTrue(lines.get(4).matches(before.get(2) + " .* kept: last 2"), result.out());
    assertEquals(before, names());
  }

  @Test
  void whatPruneRemovesIsInTheLogAndTheStateOfTheLastRunStays() throws IOException {
    List<String> before = names();
    jobs.set("retention.keep-last = 1");
    String state = Files.readString(jobs.stateFile("plain"));

    Program.Result result = run("prune", "plain");

    assertEquals(0, result.exit(), result.toString());
    assertEquals(List.of(before.get(2)), names());
    assertEquals(state, Files.readString(jobs.stateFile("plain")));
    String log = Files.readString(jobs.home().resolve("var/log/mkbackup.log"));
    assertTrue(log.contains("prune plain: Removed backup " + before.get(0)), log);
  }

  @Test
  void oneThatAnotherProgramReadsIsKeptForNow() throws IOException {
    List<String> before = names();
    jobs.set("retention.keep-last = 1");

    Program.Result result =
        jobs.program()
            .run(
                "/usr/bin/flock",
                "--shared",
                jobs.target().resolve(before.get(0)).toString(),
                Program.HOME.resolve("bin/mkbackup").toString(),
                "prune",
                "plain");

    assertEquals(0, result.exit(), result.toString());
    assertEquals(List.of(before.get(0), before.get(2)), names());
    assertTrue(result.out().contains("kept for now: it is being read"), result.toString());
  }

  @Test
  void aJobThatIsNotThereIsNamed() {
    Program.Result result = run("prune", "nosuch");

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("'nosuch'"), result.toString());
  }
}
