package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;
import org.mkbackup.domain.run.RunLog;

/** What every {@link SiteHome} promises when the process before was killed between two calls. */
public abstract class SiteHomeRecoveryContract extends SiteHomeTrial {
  private Recovery recover() {
    return home().recover(site(), RunLog.silent());
  }

  @Test
  void doesNothingToASiteThatIsWhole() throws IOException {
    assertFalse(home().isHalfDone(site()));
    assertEquals(Recovery.NOTHING, recover());
    assertOldTreeAlone();
  }

  @Test
  void removesWhatADeadProcessHadStaged() throws IOException {
    stageNew();

    assertTrue(home().isHalfDone(site()));
    assertFalse(home().mustUndo(site()));
    assertEquals(Recovery.NOTHING, recover());
    assertOldTreeAlone();
  }

  @Test
  void stagesAnewOverWhatADeadProcessHadStaged() throws IOException {
    stageNew();

    try (SiteHome.Staged staged = home().stage(site());
        Stream<Path> entries = Files.list(staged.directory())) {
      assertEquals(List.of(), entries.toList());
    }
    assertOldTreeAlone();
  }

  @Test
  void undoesASwapThatWasNotAccepted() throws IOException {
    stageNew().swapIn(false);

    assertTrue(home().isHalfDone(site()));
    assertTrue(home().mustUndo(site()));
    assertEquals(Recovery.UNDONE, recover());
    assertOldTreeAlone();
  }

  @Test
  void tellsThatTheSiteHadBeenRunning() throws IOException {
    stageNew().swapIn(true);

    assertEquals(Recovery.UNDONE_WAS_RUNNING, recover());
    assertOldTreeAlone();
  }

  @Test
  void tellsThatTheSiteRanUntilItIsSettled() throws IOException {
    stageNew().noteRunning();

    assertTrue(home().isHalfDone(site()));
    assertFalse(home().mustUndo(site()));
    assertEquals(Recovery.WAS_RUNNING, recover());
    assertEquals(Recovery.WAS_RUNNING, recover());
    home().settle(site());
    assertOldTreeAlone();
  }

  @Test
  void tellsThatTheSiteRanAfterAnUndoAsWell() throws IOException {
    SiteHome.Staged staged = stageNew();
    staged.noteRunning();
    staged.swapIn(false);

    assertEquals(Recovery.UNDONE_WAS_RUNNING, recover());
    assertEquals(Recovery.WAS_RUNNING, recover());
    home().settle(site());
    assertOldTreeAlone();
  }

  @Test
  void tellsThatASiteIsStoppedWhoseNewTreeStands() throws IOException {
    SiteHome.Staged staged = stageNew();
    staged.noteRunning();
    staged.swapIn(true);
    staged.accept(RunLog.silent());

    assertTrue(home().isHalfDone(site()));
    assertEquals(Recovery.FINISHED_WAS_RUNNING, recover());
    home().settle(site());
    assertNothingBesidesTheHome();
    assertEquals("new", Files.readString(site().home().resolve("only-new")));
  }

  @Test
  void forgetsThatTheSiteRanWhenItIsClosed() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.noteRunning();
    }
    assertEquals(Recovery.NOTHING, recover());
    assertOldTreeAlone();
  }

  @Test
  void recoversOnce() throws IOException {
    stageNew().swapIn(true);
    recover();

    assertEquals(Recovery.NOTHING, recover());
    assertOldTreeAlone();
  }

  @Test
  void swapsAgainAfterARecovery() throws IOException {
    stageNew().swapIn(true);
    recover();

    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      staged.accept(RunLog.silent());
    }
    assertEquals("new", Files.readString(site().home().resolve("only-new")));
  }
}
