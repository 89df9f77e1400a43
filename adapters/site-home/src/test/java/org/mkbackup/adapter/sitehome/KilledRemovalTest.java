package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;

/** The program is killed while it removes the old tree, and the site runs again. */
class KilledRemovalTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"WHOLE", "ENTRIES"})
  void aSiteThatSomebodyHasStoppedSinceIsNotToBeStarted(Scene.Kind kind) throws IOException {
    Scene scene = new Scene(kind, directory);
    Disk disk = scene.disk(Fault.none());
    SiteTrees trees = spy(scene.trees(disk));
    SiteHome.Staged staged = scene.stageNew(scene.home(disk, trees));
    staged.noteRunning();
    staged.swapIn(true);
    staged.accept(RunLog.silent());
    doThrow(new Fault.Killed()).when(trees).remove(any(), any());

    assertThrows(Fault.Killed.class, staged::close);

    assertTrue(scene.home(Fault.none()).isHalfDone(scene.site()));
    assertEquals(SiteHome.Recovery.NOTHING, scene.recover(Fault.none()));
    scene.assertNothingLeftOver();
    assertTrue(scene.isReplaced());
  }
}
