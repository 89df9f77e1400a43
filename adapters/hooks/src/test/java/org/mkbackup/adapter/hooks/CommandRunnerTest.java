package org.mkbackup.adapter.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.ProgramException;
import org.mkbackup.domain.port.ProgramRunner;

/** What is said of processes in particular. */
class CommandRunnerTest {
  @TempDir Path temp;
  private final RunLogLines log = new RunLogLines();

  @Test
  void logsBothOutputsInTheirOrder() {
    run(60, "echo first; echo problem >&2; echo last");

    assertEquals(List.of("first", "problem", "last"), log.all());
  }

  @Test
  void ofVeryMuchOnlyABeginningIsLogged() {
    run(60, "seq 1 20000; head -c 3000000 /dev/zero | tr '\\0' x");

    assertEquals(ProgramOutput.MOST_LINES + 1, log.all().size());
    assertEquals("... its further lines are left out here", log.all().get(1000));
  }

  @Test
  void aLongLineIsCut() {
    run(60, "head -c 3000000 /dev/zero | tr '\\0' x");

    assertEquals(List.of("x".repeat(ProgramOutput.LONGEST_LINE)), log.all());
  }

  @Test
  void aProgramThatDoesNotReadItsInputIsNoFailure() {
    new CommandRunner().run(call(60, "exit 0", "x".repeat(1 << 20)), log);
  }

  @Test
  void doesNotWaitForWhatIsLeftInTheBackground() {
    assertTimeout(Duration.ofSeconds(10), () -> run(60, "sleep 20 & echo started"));
    assertEquals(List.of("started"), log.all());
  }

  @Test
  void endsAProgramThatTakesTooLongWithAllThatItStarted() throws IOException {
    Path child = temp.resolve("child");

    assertThrows(
        ProgramException.class,
        () -> run(1, "trap '' TERM; sleep 1000 & echo $! >" + child + "; wait; sleep 1000"));

    ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
        .ifPresent(left -> left.onExit().orTimeout(1, TimeUnit.MINUTES).join());
  }

  private void run(int seconds, String script) {
    new CommandRunner().run(call(seconds, script, ""), log);
  }

  private static ProgramRunner.Call call(int seconds, String script, String input) {
    return new ProgramRunner.Call(
        List.of("/bin/sh", "-c", script), Map.of(), input, Duration.ofSeconds(seconds));
  }
}
