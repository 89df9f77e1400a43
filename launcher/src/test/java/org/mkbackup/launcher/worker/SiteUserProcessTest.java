package org.mkbackup.launcher.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.launcher.console.StopSignal;

/** What a site's user can do to a worker, and how root doesn't wait for ever. */
class SiteUserProcessTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path directory;

  private Path orphan() {
    return directory.resolve("orphan");
  }

  @AfterEach
  void endTheOrphan() throws IOException {
    if (Files.exists(orphan())) {
      long pid = Long.parseLong(Files.readString(orphan()).strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private SiteUserProcess start(String script) {
    return SiteUserProcess.start(
        new SiteName("heute"),
        List.of("/bin/sh", "-c", script, "sh", orphan().toString()),
        Map.of("PATH", "/usr/bin:/bin"),
        file -> Optional.empty(),
        MemberRecorder.none(),
        RunLog.silent(),
        Progress.silent(),
        new StopSignal());
  }

  private static void withinTheLimit(Runnable work) {
    assertTimeoutPreemptively(LIMIT, work::run);
  }

  @Test
  void goodWorkEndsWithItsSummary() {
    try (SiteUserProcess process = start("printf 'S 3\\t400\\n' >&2")) {
      assertEquals(new ArchiveSummary(3, 400), process.result());
    }
  }

  @Test
  void aStoppedWorkerIsEndedByForce() {
    withinTheLimit(
        () -> {
          try (SiteUserProcess process = start("kill -STOP $$; printf 'S 3\\t400\\n' >&2")) {
            SiteException failure = assertThrows(SiteException.class, process::result);
            assertTrue(failure.what().contains("was stopped by somebody"), failure::what);
          }
        });
  }

  @Test
  void aWorkerThatIsDeafToRequestsIsEndedByForce() {
    withinTheLimit(
        () -> {
          SiteUserProcess process =
              start("trap '' TERM; echo; while :; do /bin/sleep 1; done; exit 0");
          assertEquals('\n', firstByte(process));
          process.close();
        });
  }

  @Test
  void aPipeThatOthersHoldOpenIsNotWaitedFor() {
    withinTheLimit(
        () -> {
          try (SiteUserProcess process =
              start("/bin/sleep 600 & echo $! >\"$1\"; printf 'S 3\\t400\\n' >&2; exit 0")) {
            assertEquals(new ArchiveSummary(3, 400), process.result());
          }
        });
  }

  private static int firstByte(SiteUserProcess process) {
    try {
      return process.output().read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
