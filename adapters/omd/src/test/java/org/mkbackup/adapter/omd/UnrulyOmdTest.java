package org.mkbackup.adapter.omd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.adapter.omd.FakeOmd.SITE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.site.SiteStatus;

/** Commands that say much, or don't end. */
class UnrulyOmdTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path root;
  private FakeOmd omd;

  @BeforeEach
  void makeOmd() {
    omd = new FakeOmd(root);
  }

  @Test
  void bearsMoreOutputThanAPipeHolds() throws IOException {
    OmdSiteControl control =
        omd.scripted(
            "head -c 300000 /dev/zero | tr '\\0' x >&2",
            "yes warning | head -n 50000 >&2",
            "yes line | head -n 50000",
            "echo; echo OVERALL 2; echo; exit 2");

    assertEquals(SiteStatus.PARTLY_RUNNING, assertTimeout(LIMIT, () -> control.status(SITE)));
  }

  @Test
  void killsWhatDoesNotEndWithAllThatItStarted() throws IOException {
    Path script =
        omd.script(
            omd.file("omd"), "sleep 1000 &", "echo $! > $shared/pid", "trap '' TERM", "wait");
    OmdSiteControl control =
        omd.control(Context.SYSTEM, Optional.of(script), Duration.ofSeconds(2));

    var failure =
        assertTimeout(LIMIT, () -> assertThrows(SiteException.class, () -> control.stop(SITE)));

    assertTrue(failure.getMessage().contains("2 seconds"), failure.getMessage());
    long pid = Long.parseLong(omd.lines("pid").get(0));
    assertTrue(
        Uninterrupted.poll(
            LIMIT, () -> ProcessStatus.of(pid).filter(ProcessStatus::isAlive).isEmpty()));
  }

  @Test
  void doesNotWaitForADaemonThatKeepsTheOutputOpen() throws IOException {
    OmdSiteControl control = omd.scripted("sleep 1000 & echo $! > $shared/pid; exit 0");

    assertTimeout(LIMIT, () -> control.start(SITE));

    long pid = Long.parseLong(omd.lines("pid").get(0));
    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
  }

  @Test
  void finishesWhatItBeganWhenTheThreadIsInterrupted() throws IOException {
    OmdSiteControl control = omd.scripted("sleep 0.3; echo done > $shared/result");

    Thread.currentThread().interrupt();
    control.start(SITE);

    assertTrue(Thread.interrupted(), "The interrupt was lost");
    assertEquals("done", omd.lines("result").get(0));
  }

  @Test
  void runsItAtTheRootWithNothingToRead() throws IOException {
    OmdSiteControl control = omd.scripted("cat > $shared/input; pwd > $shared/place");

    assertTimeout(LIMIT, () -> control.start(SITE));

    assertEquals(0, omd.lines("input").size());
    assertEquals("/", omd.lines("place").get(0));
  }
}
