package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.port.SiteHome;

/** What every {@link org.mkbackup.domain.port.SiteHome} promises of going back. */
public abstract class SiteHomeUndoContract extends SiteHomeTrial {

  @Test
  void bringsTheOldTreeBack() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      staged.undo();
    }
    assertOldTreeAlone();
  }

  @Test
  void bringsTheOldTreeBackWhateverTheNewSiteDid() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(true);
      Files.delete(site().home().resolve("etc/omd/site.conf"));
      Files.delete(site().home().resolve("only-new"));
      Files.createDirectories(site().home().resolve("only-old/again"));
      Files.writeString(site().home().resolve("stray"), "new");
      Files.delete(site().home().resolve("dangling"));
      staged.undo();
    }
    assertOldTreeAlone();
  }

  @Test
  void undoesAtCloseWhatWasNotAccepted() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      staged.swapIn(false);
    }
    assertOldTreeAlone();
  }

  @Test
  void givesUpADatabaseOfTheArchiveForTheSitesOwn() throws IOException {
    try (SiteHome.Staged staged = stageNew()) {
      Files.writeString(staged.directory().resolve(ExampleSite.DATABASE).resolve("other"), "new");
      staged.swapIn(false);
      assertFalse(Files.exists(site().home().resolve(ExampleSite.DATABASE).resolve("other")));
    }
    assertEquals(old(), listing());
  }

  @Test
  void takesADatabaseFromTheArchiveWhereTheSiteHasNone() throws IOException {
    Path database = site().home().resolve(ExampleSite.DATABASE);
    Files.move(database, sites.resolve("elsewhere"));
    noteOld();
    try (SiteHome.Staged staged = stageNew()) {
      SortedMap<String, String> fresh = TreeListing.withoutDirectoryTimes(staged.directory());
      staged.swapIn(false);
      assertEquals(fresh, without(".restore_working_dir", listing()));
    }
    assertEquals(old(), listing());
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
    assertEquals(old(), listing());
  }

  private static SortedMap<String, String> without(String top, SortedMap<String, String> listing) {
    listing.keySet().removeIf(name -> (name + "/").startsWith(top + "/"));
    return listing;
  }
}
