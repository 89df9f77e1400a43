package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that outlive the terminal that they were started on. */
class BackgroundIT {
  @TempDir Path temp;
  private JobRoot jobs;
  private Path gate;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
    gate = temp.resolve("gate");
  }

  @Test
  void aBackupEndsWellWhenItsTerminalIsGone()
      throws IOException, InterruptedException, TimeoutException {
    holdTheInstalledOmd();

    startOnATerminal("backup", "nightly", "--background");
    assertFalse(jobs.state("nightly").string("state").equals("finished"));
    open();

    assertTrue(finished(jobs.stateFile("nightly")).isSuccess());
    assertTrue(jobs.backup("nightly").toString().endsWith("-complete"));
  }

  @Test
  void aRestoreEndsWellWhenItsTerminalIsGone()
      throws IOException, InterruptedException, TimeoutException {
    String backup = jobs.backUp("nightly");
    Files.writeString(jobs.home().resolve("etc/since"), "new");
    holdTheInstalledOmd();

    startOnATerminal("restore", "--background", "nas", backup);
    assertFalse(Json.read(jobs.restoreStateFile()).string("state").equals("finished"));
    open();

    Json state = finished(jobs.restoreStateFile());
    assertTrue(state.isSuccess(), state.text());
    assertFalse(Files.exists(jobs.home().resolve("etc/since")));
    assertTrue(jobs.root().isRunning(JobRoot.SITE));
  }

  @Test
  void whatFailsBeforeARunIsToldOnTheTerminal() {
    assertTold("'none'", "backup", "none", "--background");
    assertTold("'none'", "restore", "nas", "none", "--background");
    assertTold("'none'", "restore", "none", "x", "--background");
    assertTold("not a legal", "backup", "a b", "--background");
  }

  @Test
  void whatFailsLaterIsToldByTheState() throws IOException, InterruptedException, TimeoutException {
    String backup = jobs.backUp("plain");
    Files.write(jobs.backup("plain").resolve("site-heute.tar"), new byte[10]);

    Program.Result result = jobs.program().mkbackup("restore", "--background", "nas", backup);

    Json state = finished(jobs.restoreStateFile());
    assertTrue(state.isFailure(), state.text() + result);
    assertTrue(state.string("output").contains("its manifest says"), state.text());
  }

  private void assertTold(String reason, String... words) {
    Program.Result result = jobs.program().mkbackup(words);
    assertEquals(3, result.exit(), result.toString());
    assertTrue(result.onlyErrorLine().contains(reason), result.toString());
  }

  private void startOnATerminal(String... words)
      throws IOException, InterruptedException, TimeoutException {
    try (Terminal terminal = Terminal.run(jobs.program().builder("mkbackup", words))) {
      assertEquals(0, terminal.end(), terminal.all());
    }
  }

  /* Asked for its status, it waits until the gate is opened. */
  private void holdTheInstalledOmd() throws IOException {
    Path omd = jobs.root().version().resolve("bin/omd");
    String wait = "until [ -e '" + gate + "' ]; do sleep 0.05; done\n";
    Files.writeString(omd, Files.readString(omd).replace("#!/bin/sh\n", "#!/bin/sh\n" + wait));
  }

  private void open() throws IOException {
    Files.createFile(gate);
  }

  /* The state that the process leaves which is named in it. */
  private static Json finished(Path stateFile)
      throws IOException, InterruptedException, TimeoutException {
    Optional<ProcessHandle> run = ProcessHandle.of(Json.read(stateFile).get("pid").getAsLong());
    if (run.isPresent()) {
      try {
        run.get().onExit().get(1, TimeUnit.MINUTES);
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
    return Json.read(stateFile);
  }
}
