package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.adapter.sitehome.Scene.Kind;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;
import org.mkbackup.domain.run.RunLog;

/** The power fails before every single step, and all that wasn't synced is lost, or some of it. */
class SwapPowerLossTest {
  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  private final Random random = new Random(4);

  @AfterEach
  void unlock() {
    ExampleSite.unlock(directory);
  }

  private interface Act {
    void on(SiteHome.Staged staged) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void aReplacedSiteIsTheOldOneOrTheNewOne(Kind kind) throws IOException {
    Set<Recovery> seen =
        failBeforeEveryStep(
            kind,
            staged -> {
              staged.noteRunning();
              staged.swapIn(true);
              staged.accept(RunLog.silent());
            });
    assertTrue(
        seen.containsAll(EnumSet.of(Recovery.UNDONE_WAS_RUNNING, Recovery.FINISHED_WAS_RUNNING)),
        seen::toString);
  }

  @ParameterizedTest
  @EnumSource
  void anUndoneSiteIsTheOldOne(Kind kind) throws IOException {
    Set<Recovery> seen =
        failBeforeEveryStep(
            kind,
            staged -> {
              staged.swapIn(false);
              staged.undo();
            });
    assertEquals(EnumSet.of(Recovery.NOTHING, Recovery.UNDONE), seen);
  }

  private Set<Recovery> failBeforeEveryStep(Kind kind, Act act) throws IOException {
    Set<Recovery> seen = EnumSet.noneOf(Recovery.class);
    boolean failed = true;
    for (int step = 1; failed; step += kind == Kind.ENTRIES_WITH_MOUNTS ? 3 : 1) {
      Scene scene = new Scene(kind, directory.resolve("step-" + step));
      Fault fault = Fault.killBefore(step);
      PowerCut disk = new PowerCut(scene.disk(fault));
      failed =
          Scene.isKilled(
              () -> {
                try (SiteHome.Staged staged = scene.stageNew(scene.home(fault, disk))) {
                  act.on(staged);
                }
              });
      disk.fail(random, random.nextBoolean());
      seen.add(scene.recover(Fault.none()));
      scene.home(Fault.none()).settle(scene.site());
      if (!disk.contentIsDurable() || !scene.isReplaced()) {
        scene.assertOld("step " + step);
      }
      scene.assertNothingLeftOver();
    }
    return seen;
  }
}
