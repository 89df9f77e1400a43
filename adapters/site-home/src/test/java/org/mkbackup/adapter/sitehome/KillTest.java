package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.adapter.sitehome.Scene.Kind;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;

/** A process is killed before every single step that it takes, and the next one recovers. */
class KillTest {
  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  @AfterEach
  void unlock() {
    ExampleSite.unlock(directory);
  }

  @ParameterizedTest
  @EnumSource
  void aKillAnywhereLeavesTheOldTreeOrTheNewOne(Kind kind) throws IOException {
    Set<Recovery> seen = EnumSet.noneOf(Recovery.class);
    boolean killed = true;
    for (int step = 1; killed; step++) {
      Scene scene = new Scene(kind, directory.resolve("kill-" + step));
      killed = isKilledWhileReplacing(scene, step);
      Recovery recovery = scene.recover(Fault.none());
      seen.add(recovery);
      assertOneTree(scene, recovery, !killed, "killed before step " + step);
    }
    assertEquals(
        EnumSet.of(Recovery.NOTHING, Recovery.UNDONE_WAS_RUNNING, Recovery.FINISHED_WAS_RUNNING),
        seen);
  }

  @ParameterizedTest
  @EnumSource
  void aKillDuringAnUndoLeavesTheOldTree(Kind kind) throws IOException {
    boolean killed = true;
    for (int step = 1; killed; step += 3) {
      Scene scene = new Scene(kind, directory.resolve("undo-" + step));
      Fault fault = Fault.killBefore(step);
      killed =
          Scene.isKilled(
              () -> {
                SiteHome.Staged staged = scene.stageNew(fault);
                staged.swapIn(false);
                staged.undo();
                staged.close();
              });
      scene.recover(Fault.none());
      scene.assertOld("killed before step " + step);
      scene.assertNothingLeftOver();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecoveryMayBeKilledAsWell(Kind kind) throws IOException {
    boolean killed = true;
    for (int step = 1; killed; step += 13) {
      boolean killedAgain = true;
      for (int again = 1; killedAgain; again += 11) {
        Scene scene = new Scene(kind, directory.resolve("again-" + step + "-" + again));
        killed = isKilledWhileReplacing(scene, step);
        Fault fault = Fault.killBefore(again);
        killedAgain = Scene.isKilled(() -> scene.recover(fault));
        Recovery recovery = scene.recover(Fault.none());
        assertOneTree(scene, recovery, false, "killed before " + step + " and " + again);
      }
    }
  }

  private static boolean isKilledWhileReplacing(Scene scene, int step) throws IOException {
    return Scene.isKilled(() -> scene.replace(Fault.killBefore(step)));
  }

  private static void assertOneTree(Scene scene, Recovery recovery, boolean mustBeNew, String when)
      throws IOException {
    boolean isNew = scene.isReplaced();
    if (!isNew) {
      scene.assertOld(when);
    }
    assertTrue(isNew || !mustBeNew, when);
    assertTrue(isNew || recovery != Recovery.FINISHED_WAS_RUNNING, when);
    assertTrue(
        !isNew || recovery == Recovery.FINISHED_WAS_RUNNING || recovery == Recovery.NOTHING,
        () -> recovery + ", " + when);
    scene.assertNothingLeftOver();
  }
}
