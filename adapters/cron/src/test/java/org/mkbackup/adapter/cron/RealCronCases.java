package org.mkbackup.adapter.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.PrivateRoot;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.job.Schedule;

/** Run in a private root. */
class RealCronCases {
  private static final Path PROGRAM = Path.of("/opt/mkbackup/bin/mkbackup");
  private static final Path CALLS = Path.of("/var/tmp/calls");
  private static final Duration LIMIT = Duration.ofSeconds(150);

  @BeforeEach
  void aProgramThatTellsHowItWasCalled() throws IOException {
    PrivateRoot.requireInside();
    Files.createDirectories(PROGRAM.getParent());
    Files.writeString(PROGRAM, "#!/bin/sh\necho \"$(id -un) $*\" >>" + CALLS + "\n");
    Files.setPosixFilePermissions(PROGRAM, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void runsAJobAtItsTimeAsRootAndNoOther() throws IOException, InterruptedException {
    LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
    // Three minutes, lest the first be over before cron has read the table.
    List<LocalTime> soon = List.of(now.plusMinutes(1), now.plusMinutes(2), now.plusMinutes(3));
    Host host = new Host(Path.of("/"), Context.SYSTEM, "vm", Optional.empty(), Optional.empty());
    new CronProvider()
        .create(host)
        .replace(
            List.of(
                Jobs.of("due", new Schedule(false, new Schedule.Daily(), soon)),
                Jobs.of("off", new Schedule(true, new Schedule.Daily(), soon))),
            PROGRAM);

    Process cron = new ProcessBuilder("/usr/sbin/cron", "-f").inheritIO().start();
    try {
      long end = System.nanoTime() + LIMIT.toNanos();
      while (!Files.exists(CALLS) && System.nanoTime() < end) {
        assertFalse(cron.waitFor(100, TimeUnit.MILLISECONDS), "cron has ended");
      }
      assertTrue(Files.exists(CALLS), "cron ran nothing in " + LIMIT);
    } finally {
      cron.destroy();
      cron.waitFor();
    }
    assertEquals("root backup due", Files.readAllLines(CALLS).get(0));
  }
}
