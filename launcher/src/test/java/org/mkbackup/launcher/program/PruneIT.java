package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
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

  /** Three backups of the job {@code plain}, as they would stand after as many runs. */
  private List<String> threeBackups() throws IOException {
    Path newest = jobs.target().resolve(jobs.backUp("plain"));
    for (String time : List.of("20261122T013000Z", "20261123T013000Z")) {
      String name = newest.getFileName().toString().replace("complete", time);
      Path copy = Files.createDirectory(newest.resolveSibling(name));
      for (String file : List.of("mkbackup.info", "site-heute.tar")) {
        Files.copy(newest.resolve(file), copy.resolve(file));
      }
    }
    return names();
  }

  @Test
  void asManyAreKeptAsIsSetForTheJobAndAnEarlierOneIsRestored() throws IOException {
    jobs.set("jobs.plain.retention.keep-last = 2");
    Program.Result last = new Program.Result(0, "", "");
    String first = "";
    for (String content : List.of("one", "two", "three")) {
      Files.writeString(jobs.home().resolve("etc/content"), content);
      last = run("backup", "plain");
      assertEquals(0, last.exit(), last.toString());
      first = content.equals("two") ? names().get(0) : first;
    }
    List<String> names = names();
    assertEquals(2, names.size(), names.toString());
    assertTrue(names.get(0).matches(".*-heute-plain-[0-9]{8}T[0-9]{6}Z"), names.toString());
    assertTrue(names.get(1).endsWith("-heute-plain-complete"), names.toString());
    assertTrue(last.out().contains("Removed backup " + first), last.toString());

    String listed = run("list", "nas").out();
    names.forEach(name -> assertTrue(listed.contains("Backup-ID:    " + name), listed));
    Program.Result restored = run("restore", "nas", names.get(0));
    assertEquals(0, restored.exit(), restored.toString());
    assertEquals("two", Files.readString(jobs.home().resolve("etc/content")));
  }

  @Test
  void aDryRunSaysWhatPruneRemovesAndTheStateOfTheLastRunStays() throws IOException {
    List<String> before = threeBackups();
    jobs.set("retention.keep-last = 2");
    String state = Files.readString(jobs.stateFile("plain"));

    Program.Result told = run("prune", "plain", "--dry-run");
    assertEquals(0, told.exit(), told.toString());
    List<String> lines = told.out().lines().toList();
    assertEquals("Job 'plain' keeps: last 2", lines.get(0));
    assertTrue(lines.get(2).matches(before.get(0) + " .* would be removed"), told.out());
    assertTrue(lines.get(4).matches(before.get(2) + " .* kept: last 2"), told.out());
    assertEquals(before, names());

    Program.Result done = run("prune", "plain");
    assertEquals(0, done.exit(), done.toString());
    assertEquals(before.subList(1, 3), names());
    assertEquals(state, Files.readString(jobs.stateFile("plain")));
    String log = Files.readString(jobs.home().resolve("var/log/mkbackup.log"));
    assertTrue(log.contains("prune plain: Removed backup " + before.get(0)), log);
  }

  @Test
  void oneThatAnotherProgramReadsIsKeptForNow() throws IOException {
    List<String> before = threeBackups();

    Program.Result told = pruneWhileReading(before.get(0), "--dry-run");
    assertEquals(0, told.exit(), told.toString());
    assertTrue(told.out().contains("kept for now: it is being read"), told.toString());
    assertTrue(told.out().contains("would be removed"), told.toString());
    assertEquals(before, names());

    Program.Result result = pruneWhileReading(before.get(0));
    assertEquals(0, result.exit(), result.toString());
    assertEquals(List.of(before.get(0), before.get(2)), names());
    assertTrue(result.out().contains("kept for now: it is being read"), result.toString());
  }

  private Program.Result pruneWhileReading(String read, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--shared",
                jobs.target().resolve(read).toString(),
                Program.HOME.resolve("bin/mkbackup").toString(),
                "prune",
                "plain"));
    words.addAll(List.of(options));
    return jobs.program().run("/usr/bin/flock", words.toArray(String[]::new));
  }

  @Test
  void settingsOfAJobThatIsMisspelledAreToldWhereverTheyMatter() throws IOException {
    jobs.set("jobs.plian.retention.keep-last = 7");
    String told = "mkbackup.conf:1 has settings for a job 'plian'";

    for (List<String> words :
        List.of(List.of("backup", "plain"), List.of("prune", "plain"), List.of("status"))) {
      Program.Result result = run(words.toArray(String[]::new));
      String line = result.onlyErrorLine();
      assertTrue(line.startsWith("WARNING: ") && line.contains(told), result.toString());
      assertTrue(line.contains("Did you mean 'plain'?"), result.toString());
    }
    assertTrue(jobs.state("plain").string("output").contains(told));
    assertTrue(run("status", "--json").out().contains(told));
    Program.Result check = run("status", "--checkmk", "plain");
    assertTrue(check.out().startsWith("1 ") && check.out().contains(told), check.toString());
  }

  @Test
  void aJobThatIsNotThereIsNamed() {
    Program.Result result = run("prune", "nosuch");

    assertEquals(3, result.exit());
    assertTrue(result.onlyErrorLine().contains("'nosuch'"), result.toString());
  }
}
