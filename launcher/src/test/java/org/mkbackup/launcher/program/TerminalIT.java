package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalIT {
  private static final String CTRL_C = "\\x03";

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteWithJobs() throws IOException {
    jobs = JobRoot.in(temp);
  }

  /** What a terminal of some width shows, after exit code and echo. */
  private String shown(int columns, String wanted, String answer, String... arguments)
      throws IOException, InterruptedException {
    Path script = temp.resolve("terminal.py");
    try (InputStream source = TerminalIT.class.getResourceAsStream("terminal.py")) {
      Files.write(script, Objects.requireNonNull(source).readAllBytes());
    }
    ProcessBuilder builder = jobs.program().builder("mkbackup", arguments);
    List<String> line =
        new ArrayList<>(
            List.of("python3", script.toString(), String.valueOf(columns), wanted, answer));
    line.addAll(builder.command());
    Process process = builder.command(line).redirectErrorStream(true).start();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), shown);
    return shown;
  }

  private void addNoise() throws IOException {
    byte[] noise = new byte[40_000_000];
    new Random(1).nextBytes(noise);
    Files.write(jobs.home().resolve("etc/noise"), noise);
  }

  @Test
  void ctrlCEndsAQuestionAndLeavesTheTerminalAsItWas() throws IOException, InterruptedException {
    String shown =
        shown(80, "Passphrase of the new key: ", CTRL_C, "key", "create", "--alias", "a");

    assertTrue(shown.startsWith("1 echo "), shown);
    assertTrue(shown.contains("Stopped by a signal"), shown);
  }

  @Test
  void aRunShowsBytesRateShareAndFileAndTakesTheLineAwayInTheEnd()
      throws IOException, InterruptedException {
    addNoise();
    jobs.backUp("nightly");

    String shown = shown(100, "", "", "backup", "nightly");

    assertTrue(shown.startsWith("0 echo "), shown);
    assertTrue(shown.matches("(?s).*backup nightly .*\\d+%.*/38.* MiB.*MiB/s.*etc/noise.*"), shown);
    assertTrue(shown.strip().endsWith("\\r\\x1b[K'"), shown);
  }

  @ParameterizedTest
  @CsvSource({"0", "15"})
  void aTerminalWithoutRoomShowsNoLine(int columns) throws IOException, InterruptedException {
    addNoise();

    String shown = shown(columns, "", "", "backup", "nightly");

    assertTrue(shown.startsWith("0 echo "), shown);
    assertFalse(shown.contains("MiB/s ["), shown);
    assertFalse(shown.contains("\\x1b"), shown);
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
