package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteHome.Recovery;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** What every {@link SiteHome} promises when the process before was killed between two calls. */
public abstract class SiteHomeRecoveryContract {
  @TempDir Path sites;

  /** The one to prove; asked for again and again, as by one process after the other. */
  protected abstract SiteHome home();

  private SiteTree site;
  private SortedMap<String, String> old;

  @BeforeEach
  void makeASite() {
    site = ExampleSite.in(sites);
    ExampleSite.makeOld(site.home());
    old = TreeListing.withoutDirectoryTimes(site.home());
  }

  @AfterEach
  void unlock() {
    ExampleSite.unlock(sites);
  }

  private SiteHome.Staged stageNew() {
    SiteHome.Staged staged = home().stage(site);
    ExampleSite.fillNew(staged.directory());
    return staged;
  }

  private Recovery recover() {
    return home().recover(site, RunLog.silent());
  }

  private void assertOldTreeAlone() throws IOException {
    assertEquals(old, TreeListing.withoutDirectoryTimes(site.home()));
    try (Stream<Path> entries = Files.list(sites)) {
      assertEquals(List.of(site.home()), entries.toList());
    }
    assertFalse(home().isHalfDone(site));
  }

  @Test
  void doesNothingToASiteThatIsWhole() throws IOException {
    assertFalse(home().isHalfDone(site));
    assertEquals(Recovery.NOTHING, recover());
    assertOldTreeAlone();
  }

  @Test
  void removesWhatADeadProcessHadStaged() throws IOException {
    stageNew();

    assertTrue(home().isHalfDone(site));
    assertEquals(Recovery.NOTHING, recover());
    assertOldTreeAlone();
  }

  @Test
  void stagesAnewOverWhatADeadProcessHadStaged() throws IOException {
    stageNew();

    try (SiteHome.Staged staged = home().stage(site);
        Stream<Path> entries = Files.list(staged.directory())) {
      assertEquals(List.of(), entries.toList());
    }
    assertOldTreeAlone();
  }

  @Test
  void undoesASwapThatWasNotAccepted() throws IOException {
    stageNew().swapIn(false);

    assertTrue(home().isHalfDone(site));
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
    assertEquals("new", Files.readString(site.home().resolve("only-new")));
  }
}
