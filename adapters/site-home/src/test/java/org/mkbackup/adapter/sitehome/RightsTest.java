package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;

/** An owner's rights are enough for directories that the owner has locked. */
class RightsTest extends OrdinaryUserTrial {
  @Test
  void movesAndRemovesDirectoriesThatTheirOwnerLocked() throws Exception {
    SortedMap<String, String> old = TreeListing.of(site.home());
    ThreadRights.asOrdinaryUser(
        USER,
        () -> {
          RunLogLines log = new RunLogLines();
          SortedMap<String, String> fresh;
          try (SiteHome.Staged staged = stageNew()) {
            fresh = TreeListing.of(staged.directory());
            staged.swapIn(true);
            staged.accept(log);
          }
          assertEquals(ExampleSite.replaced(old, fresh), TreeListing.of(site.home()));
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
}
