package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.adapter.sitehome.Scene.Kind;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;

/** A swap that was interrupted is not made worse. */
class PendingSwapTest {
  @TempDir Path directory;

  @AfterEach
  void unlock() {
    ExampleSite.unlock(directory);
  }

  @ParameterizedTest
  @EnumSource(names = {"WHOLE", "ENTRIES"})
  void nothingIsStagedOverIt(Kind kind) throws IOException {
    Scene scene = new Scene(kind, directory);
    scene.stageNew(Fault.none()).swapIn(true);

    SiteException failure =
        assertThrows(SiteException.class, () -> scene.home(Fault.none()).stage(scene.site()));

    assertTrue(failure.getMessage().contains("was interrupted"), failure.getMessage());
    scene.recover(Fault.none());
    scene.assertOld("after the refusal");
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, .heute.mkbackup-accepted",
    "ENTRIES, heute/.restore_working_dir/mkbackup-accepted"
  })
  void aDamagedJournalOfAnAcceptedSwapStopsNothing(Kind kind, String journal) throws IOException {
    Scene scene = new Scene(kind, directory);
    Path file = directory.resolve("sites").resolve(journal);
    int step = 1;
    while (!Files.exists(file)) {
      int next = step++;
      scene.recover(Fault.none());
      Scene.isKilled(() -> scene.replace(Fault.killBefore(next)));
    }
    Files.writeString(file, "cut");

    assertEquals(SiteHome.Recovery.FINISHED, scene.recover(Fault.none()));
    assertTrue(scene.isReplaced());
    scene.assertNothingLeftOver();
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, .heute.mkbackup-journal",
    "ENTRIES, heute/.restore_working_dir/mkbackup-journal"
  })
  void aDamagedJournalIsToldAndNothingIsTouched(Kind kind, String journal) throws IOException {
    Scene scene = new Scene(kind, directory);
    scene.stageNew(Fault.none()).swapIn(true);
    Path file = directory.resolve("sites").resolve(journal);
    Files.writeString(file, Files.readString(file).replace("end", ""));
    SortedMap<String, String> before = scene.listing();

    SiteException failure = assertThrows(SiteException.class, () -> scene.recover(Fault.none()));

    assertTrue(failure.getMessage().contains(journal), failure.getMessage());
    assertTrue(failure.getMessage().contains("its end is missing"), failure.getMessage());
    assertEquals(before, scene.listing());
  }
}
