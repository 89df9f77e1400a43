package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressLineIT {
  private static final int SIZE = 30_000_000;

  @TempDir Path temp;
  private JobRoot jobs;

  @BeforeEach
  void aSiteThatTakesAWhile() throws IOException {
    jobs = JobRoot.in(temp);
    byte[] noise = new byte[SIZE];
    new Random(1).nextBytes(noise);
    Files.write(jobs.home().resolve("etc/noise"), noise);
  }

  @Test
  void aTerminalSeesBytesRateAndFileOfABackupWhileItRuns()
      throws IOException, InterruptedException, TimeoutException {
    try (Terminal terminal = mkbackup("backup", "nightly")) {
      terminal.await("MiB (").await("MiB/s").await("heute/");

      assertEquals(0, terminal.end(), terminal.all());
      assertOnlyLogLinesStay("--- Starting backup ", "--- Backup completed ", terminal.lines());
    }
  }

  @Test
  void aRestoreTellsItsShareOfTheWhole()
      throws IOException, InterruptedException, TimeoutException {
    String backup = jobs.backUp("nightly");

    try (Terminal terminal = mkbackup("restore", "nas", backup)) {
      terminal.await("%").await("MiB (");

      assertEquals(0, terminal.end(), terminal.all());
      assertTrue(terminal.all().matches("(?s).*Restore +[0-9]+%.*"), terminal.all());
      assertOnlyLogLinesStay("--- Starting restore ", "--- Restore completed ", terminal.lines());
    }
  }

  @Test
  void aPipeSeesPlainLines() {
    Program.Result result = jobs.program().mkbackup("backup", "nightly");

    assertEquals("", result.err());
    assertEquals(2, result.out().lines().count(), result.out());
    assertFalse(result.out().contains("\r") || result.out().contains("\u001b"), result.out());
  }

  private Terminal mkbackup(String... words) throws IOException {
    return Terminal.run(jobs.program().builder("mkbackup", words));
  }

  private static void assertOnlyLogLinesStay(String first, String last, List<String> lines) {
    List<String> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
    assertTrue(filled.get(0).startsWith(first), filled.toString());
    assertTrue(filled.get(filled.size() - 1).startsWith(last), filled.toString());
    assertFalse(filled.stream().anyMatch(line -> line.contains("MiB (")), filled.toString());
  }
}
