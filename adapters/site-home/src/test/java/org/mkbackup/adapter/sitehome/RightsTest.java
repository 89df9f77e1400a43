package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** What an ordinary user's rights allow, whoever runs the tests. */
class RightsTest {
  private static final int USER = 54321;

  @TempDir(factory = MemoryDirectory.class)
  Path sites;

  private final Disk disk = new UnixDisk(new LinuxCalls());
  private final Mounts mounts = new Mounts();
  private final InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);
  private SiteTree site;

  @BeforeEach
  void makeSite() throws Exception {
    site = ExampleSite.in(sites.toRealPath());
    Files.setAttribute(sites, "unix:mode", 0777);
    ThreadRights.asOrdinaryUser(USER, () -> ExampleSite.makeOld(site.home()));
    Files.setAttribute(sites, "unix:mode", 0755);
  }

  private SiteHome.Staged stageNew() {
    SiteHome.Staged staged = new EntriesSiteHome(disk, mounts, trees).stage(site);
    ExampleSite.fillNew(staged.directory());
    return staged;
  }

  @Test
  void movesAndRemovesDirectoriesThatTheirOwnerLocked() throws Exception {
    SortedMap<String, String> old = TreeListing.of(site.home());
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          RunLogLines log = new RunLogLines();
          try (SiteHome.Staged staged = stageNew()) {
            SortedMap<String, String> fresh = TreeListing.of(staged.directory());
            staged.swapIn(true);
            staged.accept(log);
            assertEquals(ExampleSite.replaced(old, fresh), TreeListing.of(site.home()));
          }
          assertTrue(log.warnings().isEmpty(), () -> log.warnings().toString());
        });
  }

  @Test
  void bringsLockedDirectoriesBack() throws Exception {
    SortedMap<String, String> old = TreeListing.of(site.home());
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          stageNew().swapIn(true);
          new EntriesSiteHome(disk, mounts, trees).recover(site, RunLog.silent());
          assertEquals(old, TreeListing.of(site.home()));
        });
  }

  @Test
  void aKillWhileALockedDirectoryIsOpenIsUndone() throws Exception {
    Files.setAttribute(sites, "unix:mode", 0777);
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          boolean killed = true;
          for (int step = 1; killed; step++) {
            Scene scene = new Scene(Scene.Kind.ENTRIES, sites.resolve("kill-" + step));
            Fault fault = Fault.killBefore(step);
            killed = Scene.isKilled(() -> scene.stageNew(fault).swapIn(true));
            scene.recover(Fault.none());
            scene.assertOld("killed before step " + step);
          }
        });
  }

  @Test
  void listsWhatItMayNotChangeAndTouchesNothing() throws Exception {
    Assumptions.assumeTrue(
        ThreadRights.isRoot(), "Other users' directories were left out: they take root");
    makeForeignDirectories(12);
    SortedMap<String, String> before = TreeListing.of(site.home());
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          SiteException failure = assertThrows(SiteException.class, this::stageNew);
          assertTrue(failure.getMessage().contains("var/foreign"), failure.getMessage());
          assertTrue(failure.getMessage().contains("and 2 more"), failure.getMessage());
        });
    assertEquals(before, TreeListing.of(site.home()));
  }

  @Test
  void passesOverWhatIsLeftAlone() throws Exception {
    Assumptions.assumeTrue(
        ThreadRights.isRoot(), "Other users' directories were left out: they take root");
    Files.createDirectory(site.home().resolve(ExampleSite.DATABASE).resolve("foreign"));
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          try (SiteHome.Staged staged = stageNew()) {
            staged.swapIn(false);
            staged.accept(RunLog.silent());
          }
        });
    assertTrue(Files.exists(site.home().resolve("only-new")));
  }

  @Test
  void tellsInOneWarningWhatItCouldNotRemove() throws Exception {
    Assumptions.assumeTrue(
        ThreadRights.isRoot(), "Other users' directories were left out: they take root");
    makeForeignDirectories(2);
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          RunLogLines log = new RunLogLines();
          trees.remove(site.home(), log);
          assertEquals(1, log.warnings().size());
          assertTrue(log.warnings().get(0).contains("(2 entries)"), log.warnings().get(0));
          assertTrue(log.warnings().get(0).contains("Permission denied"), log.warnings().get(0));
        });
    assertTrue(Files.exists(site.home().resolve("var/foreign0/file")));
    assertFalse(Files.exists(site.home().resolve("etc")));
  }

  @Test
  void leavesTheTopOfATreeThatItMayNotRemove() throws Exception {
    Assumptions.assumeTrue(ThreadRights.isRoot(), "Root's directories were left out");
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          RunLogLines log = new RunLogLines();
          trees.remove(site.home(), log);
          assertTrue(log.warnings().isEmpty(), () -> log.warnings().toString());
        });
    assertTrue(Names.in(site.home()).isEmpty());
  }

  @Test
  void seesAnObstacleInTheDirectoryOfAllSites() throws Exception {
    Assumptions.assumeTrue(ThreadRights.isRoot(), "Root's directories were left out");
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          SiteHome home = new WholeSiteHome(disk, mounts, trees);
          assertTrue(home.obstacle(site).isPresent());
          assertThrows(SiteException.class, () -> home.stage(site));
        });
  }

  private void makeForeignDirectories(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Path foreign = Files.createDirectory(site.home().resolve("var/foreign" + i));
      Files.writeString(foreign.resolve("file"), "root's");
      Files.setAttribute(foreign, "unix:mode", 0755);
    }
  }
}
