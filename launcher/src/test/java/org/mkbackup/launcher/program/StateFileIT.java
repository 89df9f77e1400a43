package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileIT {
  private static final Set<String> KEYS =
      Set.of(
          "state",
          "pid",
          "started",
          "finished",
          "success",
          "output",
          "bytes_per_second",
          "size",
          "next_schedule");

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  @Test
  void aGoodRunIsToldInFull() throws IOException {
    jobs.backUp("nightly");

    Json state = jobs.state("nightly");
    assertEquals(KEYS, state.keys());
    assertTrue(state.isSuccess(), state.text());
    assertTrue(state.text().endsWith("\n}\n"), "The agent's parser needs a line that is just }");
    assertTrue(state.get("next_schedule").getAsLong() > Instant.now().getEpochSecond());
    assertEquals(
        Files.size(jobs.backup("nightly").resolve("site-heute.tar.gz")),
        state.get("size").getAsLong());
    assertFalse(state.keys().stream().anyMatch(key -> state.get(key).isJsonObject()));
    assertTrue(state.string("output").contains("Starting backup"), state.text());
  }

  @Test
  void aManualJobHasNoNextRun() throws IOException {
    jobs.backUp("plain");

    assertTrue(jobs.state("plain").get("next_schedule").isJsonNull());
  }

  @Test
  void aDisabledScheduleIsCalledSo() throws IOException {
    jobs.backUp("off");

    assertEquals("disabled", jobs.state("off").string("next_schedule"));
  }

  @Test
  void aFailureThatComesBeforeTheFirstByteIsAFailedRun() throws IOException {
    Files.delete(jobs.target());

    Program.Result result = jobs.program().mkbackup("backup", "nightly");

    assertEquals(3, result.exit());
    Json state = jobs.state("nightly");
    assertEquals(KEYS, state.keys());
    assertTrue(state.isFailure(), state.text());
    assertTrue(state.get("size").isJsonNull());
    assertTrue(state.string("output").contains(result.onlyErrorLine()), state.text());
  }

  @Test
  void aRestoreRemovesTheStatesOfJobsAndLeavesItsOwn() throws IOException {
    String backup = jobs.backUp("nightly");
    assertTrue(Files.exists(jobs.stateFile("nightly")));

    Program.Result result = jobs.program().mkbackup("restore", "nas", backup);

    assertEquals(0, result.exit(), result.toString());
    assertFalse(Files.exists(jobs.stateFile("nightly")));
    Json state = Json.read(jobs.restoreStateFile());
    assertEquals(KEYS, state.keys());
    assertTrue(state.isSuccess(), state.text());
  }
}
