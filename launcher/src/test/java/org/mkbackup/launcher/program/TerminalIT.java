package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalIT {
  private static final String CTRL_C = "\u0003";

  /** Says afterwards whether the terminal still shows what is typed. */
  private static final String ECHO_AFTER =
      "trap : INT; \"$@\"; code=$?; stty -a | grep -qw -- -echo && echo blind || echo seen;"
          + " exit $code";

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  @Test
  void ctrlCEndsAQuestionAndLeavesTheTerminalAsItWas()
      throws IOException, InterruptedException, TimeoutException {
    ProcessBuilder asking = jobs.program().builder("mkbackup", "key", "create", "--alias", "a");
    asking
        .command()
        .addAll(0, List.of("env", "--default-signal=INT", "sh", "-c", ECHO_AFTER, "sh"));

    try (Terminal terminal = Terminal.run(asking)) {
      terminal.await("Passphrase of the new key: ").press(CTRL_C).await("Stopped by a signal");
      terminal.await("seen");

      assertEquals(1, terminal.end(), terminal.all());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15})
  void aTerminalWithoutRoomShowsPlainLines(int columns)
      throws IOException, InterruptedException, TimeoutException {
    Files.write(jobs.home().resolve("etc/large"), new byte[20_000_000]);

    try (Terminal terminal =
        Terminal.run(jobs.program().builder("mkbackup", "backup", "plain"), columns)) {
      assertEquals(0, terminal.end(), terminal.all());
      assertFalse(terminal.all().contains("\u001b"), terminal.all());
    }
  }

  @ParameterizedTest
  @CsvSource({"restore", "backup"})
  void aPipeThatNobodyOpensIsWaitedForUntilASignalComes(String mode)
      throws IOException, InterruptedException {
    Path pipe = temp.resolve("pipe");
    Tools.run(temp, "mkfifo", pipe.toString());
    Process process =
        jobs.program()
            .builder("omd", mode, pipe.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("said").toFile())
            .start();
    assertFalse(process.waitFor(3, TimeUnit.SECONDS), () -> "It didn't wait");
    Tools.run(temp, "kill", "-TERM", String.valueOf(process.pid()));

    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "It doesn't end");
    assertEquals(1, process.exitValue());
  }
}
