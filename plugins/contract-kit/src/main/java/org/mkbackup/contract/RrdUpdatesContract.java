package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.site.SiteTree;

/** What every {@link RrdUpdates} does, with a daemon that can be stopped and started again. */
public abstract class RrdUpdatesContract {
  protected final RunLogLines log = new RunLogLines();

  protected abstract RrdUpdates.Daemon daemon();

  /** A site whose daemon runs until {@link #stopDaemon}. */
  protected abstract SiteTree site();

  protected abstract SiteTree siteWithoutDaemon();

  /**
   * An RRD of the site for which the daemon has an update in its memory.
   *
   * @param name any text; stored in UTF-8, whatever the locale
   */
  protected abstract Path rrd(String name);

  /** Whether the daemon holds the updates of a file that {@link #rrd} gave. */
  protected abstract boolean isHeld(Path rrd);

  protected abstract void stopDaemon();

  /** Starts it afresh: it holds nothing, and has updates of all that {@link #rrd} gave. */
  protected abstract void startDaemon();

  @Test
  void holdsAFileUntilItIsReleased() {
    Path rrd = rrd("load.rrd");
    try (RrdUpdates updates = daemon().connect(site(), log)) {
      updates.hold(rrd);
      assertTrue(isHeld(rrd));

      updates.release(rrd);
      assertFalse(isHeld(rrd));
    }
  }

  @Test
  void holdsOneFileOnly() {
    Path held = rrd("load.rrd");
    Path other = rrd("users.rrd");
    try (RrdUpdates updates = daemon().connect(site(), log)) {
      updates.hold(held);

      assertFalse(isHeld(other));
    }
  }

  @Test
  void holdsAnyName() {
    Path rrd = rrd("Disk IO \\ umlaut \u00fc 'quoted'.rrd");
    try (RrdUpdates updates = daemon().connect(site(), log)) {
      updates.hold(rrd);
      assertTrue(isHeld(rrd), () -> "Not held; the log: " + log.all());

      updates.release(rrd);
      assertFalse(isHeld(rrd));
    }
  }

  @Test
  void releasesWhatIsStillHeldWhenItIsClosed() {
    Path rrd = rrd("load.rrd");
    RrdUpdates updates = daemon().connect(site(), log);
    updates.hold(rrd);

    updates.close();

    assertFalse(isHeld(rrd));
  }

  @Test
  void releasesWhatIsStillHeldEvenIfTheThreadWasInterrupted() {
    Path rrd = rrd("load.rrd");
    RrdUpdates updates = daemon().connect(site(), log);
    updates.hold(rrd);

    Thread.currentThread().interrupt();
    updates.close();

    assertTrue(Thread.interrupted(), "The interrupt was lost");
    assertFalse(isHeld(rrd));
  }

  @Test
  void bearsToHoldAndReleaseTwice() {
    Path rrd = rrd("load.rrd");
    try (RrdUpdates updates = daemon().connect(site(), log)) {
      updates.hold(rrd);
      updates.hold(rrd);
      assertTrue(isHeld(rrd));

      updates.release(rrd);
      updates.release(rrd);
      assertFalse(isHeld(rrd));
    }
  }

  @Test
  void holdsNothingOfASiteWithoutADaemonAndSaysSo() {
    Path rrd = siteWithoutDaemon().home().resolve("var/check_mk/rrd/load.rrd");
    RrdUpdates updates = daemon().connect(siteWithoutDaemon(), log);

    assertDoesNotThrow(() -> updates.hold(rrd));
    assertDoesNotThrow(() -> updates.release(rrd));
    assertDoesNotThrow(updates::close);
    assertFalse(log.all().isEmpty());
  }

  @Test
  void goesOnWhenTheDaemonDiesAndSaysSo() {
    Path rrd = rrd("load.rrd");
    RrdUpdates updates = daemon().connect(site(), log);
    stopDaemon();

    assertDoesNotThrow(() -> updates.hold(rrd));
    assertDoesNotThrow(() -> updates.release(rrd));
    assertDoesNotThrow(updates::close);
    assertFalse(log.warnings().isEmpty());
  }

  @Test
  void holdsAgainWhenTheDaemonWasRestarted() {
    Path first = rrd("load.rrd");
    Path second = rrd("users.rrd");
    try (RrdUpdates updates = daemon().connect(site(), log)) {
      updates.hold(first);
      stopDaemon();
      startDaemon();
      updates.release(first);

      updates.hold(second);

      assertTrue(isHeld(second), () -> "Not held; the log: " + log.all());
    }
  }
}
