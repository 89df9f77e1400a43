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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * What every {@link SiteHome} promises of a swap that nobody kills; {@link
 * SiteHomeRecoveryContract} has the rest.
 */
public abstract class SiteHomeContract {
  @TempDir Path sites;

  /** The one to prove; asked for again and again, as by one process after the other. */
  protected abstract SiteHome home();

  private SiteTree site;
  private SortedMap<String, String> old;

  @BeforeEach
  void makeASite() {
    site = ExampleSite.in(sites);
    ExampleSite.makeOld(site.home());
    old = listing();
  }

  @AfterEach
  void unlock() {
    ExampleSite.unlock(sites);
  }

  private SortedMap<String, String> listing() {
    return TreeListing.withoutDirectoryTimes(site.home());
  }

  private SiteHome.Staged stageNew() {
    SiteHome.Staged staged = home().stage(site);
    ExampleSite.fillNew(staged.directory());
    return staged;
  }

  private void assertNothingBesidesTheHome() throws IOException {
    try (Stream<Path> entries = Files.list(sites)) {
      assertEquals(List.of(site.home()), entries.toList());
    }
    assertFalse(home().isHalfDone(site));
  }

  @Test
  void seesNoObstacleInAnOrdinarySite() {
    assertEquals(Optional.empty(), home().obstacle(site));
  }

  @Test
  void stagesAnEmptyDirectoryThatIsClosedToOthers() throws IOException {
    try (SiteHome.Staged staged = home().stage(site);
        Stream<Path> entries = Files.list(staged.directory())) {
      assertEquals(List.of(), entries.toList());
      assertEquals(
          PosixFilePermissions.fromString("rwx------"),
          Files.getPosixFilePermissions(staged.directory()));
      assertEquals(Files.getFileStore(site.home()), Files.getFileStore(staged.directory()));
    }
  }

  @Test
  void putsTheNewTreeInTheOldOnesPlaceButKeepsTheDatabase() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      SortedMap<String, String> fresh = TreeListing.withoutDirectoryTimes(staged.directory());
      staged.swapIn(true);
      staged.accept(RunLog.silent());

      assertEquals(ExampleSite.replaced(old, fresh), listing());
    }
    assertNothingBesidesTheHome();
  }

  @Test
  void letsTheSiteBeUsedBeforeTheSwapIsAccepted() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      Path database = site.home().resolve(ExampleSite.DATABASE);

      assertEquals("new", Files.readString(site.home().resolve("only-new")));
      assertEquals("kept", Files.readString(database.resolve("data/1")));
    }
  }

  @Test
  void bringsTheOldTreeBack() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      staged.undo();
    }
    assertEquals(old, listing());
    assertNothingBesidesTheHome();
  }

  @Test
  void bringsTheOldTreeBackWhateverTheNewSiteDid() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      Files.delete(site.home().resolve("etc/omd/site.conf"));
      Files.delete(site.home().resolve("only-new"));
      Files.createDirectories(site.home().resolve("only-old/again"));
      Files.writeString(site.home().resolve("stray"), "new");
      Files.delete(site.home().resolve("dangling"));
      staged.undo();
    }
    assertEquals(old, listing());
    assertNothingBesidesTheHome();
  }

  @Test
  void undoesAtCloseWhatWasNotAccepted() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(false);
    }
    assertEquals(old, listing());
    assertNothingBesidesTheHome();
  }

  @Test
  void removesAtCloseWhatWasStaged() throws IOException {
    stageNew().close();

    assertEquals(old, listing());
    assertNothingBesidesTheHome();
  }

  @Test
  void givesUpADatabaseOfTheArchiveForTheSitesOwn() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      Files.writeString(staged.directory().resolve(ExampleSite.DATABASE).resolve("other"), "new");
      staged.swapIn(false);
      assertFalse(Files.exists(site.home().resolve(ExampleSite.DATABASE).resolve("other")));
    }
    assertEquals(old, listing());
  }

  @Test
  void takesADatabaseFromTheArchiveWhereTheSiteHasNone() throws IOException {
    Path database = site.home().resolve(ExampleSite.DATABASE);
    Files.move(database, sites.resolve("elsewhere"));
    old = listing();
    try (SiteHome.Staged staged = stageNew()) {
      SortedMap<String, String> fresh = TreeListing.withoutDirectoryTimes(staged.directory());
      staged.swapIn(false);
      assertEquals(fresh, without(".restore_working_dir", listing()));
    }
    assertEquals(old, listing());
  }

  private static SortedMap<String, String> without(String top, SortedMap<String, String> listing) {
    listing.keySet().removeIf(name -> (name + "/").startsWith(top + "/"));
    return listing;
  }

  @Test
  void leavesTheOldTreeAloneWhenTheNewOneHasGone() throws IOException {
    try (SiteHome.Staged staged = home().stage(site)) {
      Files.delete(staged.directory());
      assertThrows(SiteException.class, () -> staged.swapIn(true));
    }
    assertEquals(old, listing());
    assertNothingBesidesTheHome();
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
    assertTrue(Files.exists(site.home().resolve("only-new")));
  }

  @Test
  void undoesThoughTheThreadIsInterrupted() {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      Thread.currentThread().interrupt();
      staged.undo();
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept");
    }
    assertEquals(old, listing());
  }
}
