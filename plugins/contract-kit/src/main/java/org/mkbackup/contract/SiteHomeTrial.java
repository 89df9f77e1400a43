package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.SiteTree;

/** A site whose tree is replaced, for the contracts of {@link SiteHome}. */
abstract class SiteHomeTrial {
  @TempDir Path sites;

  private SiteTree site;
  private SortedMap<String, String> old;

  /** The one to prove; asked for again and again, as by one process after the other. */
  protected abstract SiteHome home();

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

  SiteTree site() {
    return site;
  }

  SortedMap<String, String> old() {
    return old;
  }

  /** The tree that stands now is the old one. */
  void noteOld() {
    old = listing();
  }

  SortedMap<String, String> listing() {
    return TreeListing.withoutDirectoryTimes(site.home());
  }

  SiteHome.Staged stageNew() {
    SiteHome.Staged staged = home().stage(site);
    ExampleSite.fillNew(staged.directory());
    return staged;
  }

  void assertOldTreeAlone() throws IOException {
    assertEquals(old, listing());
    assertNothingBesidesTheHome();
  }

  void assertNothingBesidesTheHome() throws IOException {
    try (Stream<Path> entries = Files.list(sites)) {
      assertEquals(List.of(site.home()), entries.toList());
    }
    assertFalse(home().isHalfDone(site));
  }
}
