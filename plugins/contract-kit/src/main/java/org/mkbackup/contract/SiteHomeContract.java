package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;

/**
 * What every {@link SiteHome} promises of staging and swapping. Going back and recovering have
 * contracts of their own.
 */
public abstract class SiteHomeContract extends SiteHomeTrial {
  @Test
  void seesNoObstacleInAnOrdinarySite() {
    assertEquals(Optional.empty(), home().obstacle(site()));
  }

  @Test
  void stagesAnEmptyDirectoryThatIsClosedToOthers() throws IOException {
    try (SiteHome.Staged staged = home().stage(site());
        Stream<Path> entries = Files.list(staged.directory())) {
      assertEquals(List.of(), entries.toList());
      assertEquals(
          PosixFilePermissions.fromString("rwx------"),
          Files.getPosixFilePermissions(staged.directory()));
      assertEquals(Files.getFileStore(site().home()), Files.getFileStore(staged.directory()));
    }
  }

  @Test
  void putsTheNewTreeInTheOldOnesPlaceButKeepsTheDatabase() throws IOException {
    SortedMap<String, String> fresh;
    try (SiteHome.Staged staged = stageNew()) {
      fresh = TreeListing.withoutDirectoryTimes(staged.directory());
      staged.swapIn(true);
      staged.accept(RunLog.silent());
    }
    assertEquals(ExampleSite.replaced(old(), fresh), listing());
    assertNothingBesidesTheHome();
  }

  @Test
  void letsTheSiteBeUsedBeforeTheOldTreeIsRemoved() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      staged.accept(RunLog.silent());

      assertEquals("new", Files.readString(site().home().resolve("only-new")));
      assertTrue(home().isHalfDone(site()));
      assertFalse(home().mustUndo(site()));
    }
    assertFalse(home().isHalfDone(site()));
  }

  @Test
  void letsTheSiteBeUsedBeforeTheSwapIsAccepted() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      Path database = site().home().resolve(ExampleSite.DATABASE);

      assertEquals("new", Files.readString(site().home().resolve("only-new")));
      assertEquals("kept", Files.readString(database.resolve("data/1")));
    }
  }

  @Test
  void removesAtCloseWhatWasStaged() throws IOException {
    stageNew().close();

    assertOldTreeAlone();
  }

  @Test
  void leavesTheOldTreeAloneWhenTheNewOneHasGone() throws IOException {
    try (SiteHome.Staged staged = home().stage(site())) {
      Files.delete(staged.directory());
      assertThrows(SiteException.class, () -> staged.swapIn(true));
    }
    assertOldTreeAlone();
  }

  @Test
  void swapsThoughTheThreadIsInterrupted() {
    try (SiteHome.Staged staged = stageNew()) {
      Thread.currentThread().interrupt();
      staged.swapIn(true);
      staged.accept(RunLog.silent());
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept");
    }
    assertTrue(Files.exists(site().home().resolve("only-new")));
  }
}
