package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalIT {
  private static final int SIZE = 60_000_000;

  @TempDir Path temp;
  private JobRoot jobs;
  private String manifest = "";

  @BeforeEach
  void aCompleteBackupAndALargerSite() throws IOException {
    jobs = JobRoot.in(temp);
    jobs.backUp("nightly");
    manifest = Files.readString(jobs.backup("nightly").resolve("mkbackup.info"));
    byte[] noise = new byte[SIZE];
    new Random(1).nextBytes(noise);
    Files.write(jobs.home().resolve("etc/noise"), noise);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 0", "TERM, 200", "INT, 0", "INT, 300"})
  void aSignalEndsARunInGoodOrder(String signal, long millis)
      throws IOException, InterruptedException {
    Process run = startBackup();
    run.waitFor(millis, TimeUnit.MILLISECONDS);
    Tools.run(temp, "kill", "-" + signal, String.valueOf(run.pid()));

    assertEquals(1, run.waitFor());
    assertTrue(jobs.state("nightly").isFailure(), jobs.state("nightly").text());
    assertEquals(manifest, Files.readString(jobs.backup("nightly").resolve("mkbackup.info")));
  }

  @Test
  void whatAKillLeavesIsRemovedByTheNextRun() throws IOException, InterruptedException {
    Process run = startBackup();
    run.waitFor(200, TimeUnit.MILLISECONDS);
    run.destroyForcibly().waitFor();
    assertTrue(Files.readString(complete().resolve("mkbackup.info")).equals(manifest), manifest);

    jobs.backUp("nightly");

    assertTrue(Files.size(jobs.backup("nightly").resolve("site-heute.tar.gz")) > SIZE);
  }

  private Path complete() throws IOException {
    try (var found = Files.list(jobs.target())) {
      return found.filter(path -> path.toString().endsWith("-complete")).findAny().orElseThrow();
    }
  }

  /* Started, up to its first line. */
  private Process startBackup() throws IOException {
    ProcessBuilder builder = jobs.program().builder("mkbackup", "backup", "nightly");
    // Where the tests run in the background of a shell, SIGINT is ignored, and stays so.
    builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    Process run = builder.redirectError(temp.resolve("err").toFile()).start();
    assertTrue(run.getInputStream().read() >= 0);
    return run;
  }
}
