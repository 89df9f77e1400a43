package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.adapter.sitehome.Scene.Kind;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;

/** An undo fails, and somebody may start the site then. */
class UndoFailureTest {
  @TempDir(factory = MemoryDirectory.class)
  Path directory;

  @AfterEach
  void unlock() {
    ExampleSite.unlock(directory);
  }

  @ParameterizedTest
  @EnumSource
  void onlyARecoveryGoesOnAfterAnUndoThatFailed(Kind kind) throws IOException {
    int failed = 0;
    Fault fault = Fault.failAt(1);
    for (int step = 1; step == 1 || fault.wasReached(); step++) {
      Scene scene = new Scene(kind, directory.resolve("undo-" + step));
      fault = Fault.failAt(step);
      if (isUndoFailing(scene, fault)) {
        failed++;
        scene.recover(Fault.none());
        scene.assertOld("the undo failed at step " + step);
        scene.assertNothingLeftOver();
      }
    }
    assertTrue(failed > 2, "failed undos: " + failed);
  }

  private static boolean isUndoFailing(Scene scene, Fault fault) throws IOException {
    SiteHome.Staged staged;
    try {
      staged = scene.stageNew(fault);
      staged.swapIn(true);
    } catch (SiteException before) {
      return false;
    }
    try {
      staged.undo();
      return false;
    } catch (SiteException failure) {
      SortedMap<String, String> left = scene.listing();
      staged.close();
      assertEquals(left, scene.listing());
      return true;
    }
  }
}
