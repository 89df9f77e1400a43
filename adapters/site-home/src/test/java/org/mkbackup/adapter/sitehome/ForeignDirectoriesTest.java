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
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;

/** What an ordinary user can't do to directories of somebody else. */
class ForeignDirectoriesTest extends OrdinaryUserTrial {

  @BeforeEach
  void beRoot() {
    Assumptions.assumeTrue(
        ThreadRights.isRoot(), "Directories of other users were left out: they take root");
  }

  @Test
  void listsWhatItMayNotChangeAndTouchesNothing() throws Exception {
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
