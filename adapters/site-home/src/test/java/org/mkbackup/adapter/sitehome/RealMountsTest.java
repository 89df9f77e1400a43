package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.contract.TreeListing;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** What is really mounted in a site, where a rename fails. Needs root, for a mount namespace. */
class RealMountsTest {
  @TempDir Path sites;

  private final Disk disk = new UnixDisk(new LinuxCalls());
  private final Mounts mounts = ThreadRights.ownMounts();
  private final InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);

  private SiteTree makeSite() throws IOException {
    SiteTree site = ExampleSite.in(sites.toRealPath());
    ExampleSite.makeOld(site.home());
    mount(site.tmp(), "run");
    mount(site.home().resolve("var/check_mk/rrd"), "a", "both");
    return site;
  }

  private static void mount(Path point, String... names) throws IOException {
    Files.createDirectories(point);
    ThreadRights.mountTmpfs(point);
    for (String name : names) {
      Files.writeString(point.resolve(name), "old");
    }
  }

  private SiteHome.Staged stageNew(SiteTree site) throws IOException {
    SiteHome.Staged staged = new EntriesSiteHome(disk, mounts, trees).stage(site);
    ExampleSite.fillNew(staged.directory());
    Path rrd = Files.createDirectories(staged.directory().resolve("var/check_mk/rrd/sub"));
    Files.writeString(rrd.resolveSibling("both"), "new");
    Files.createLink(rrd.resolve("linked"), rrd.resolveSibling("both"));
    Files.createSymbolicLink(rrd.resolve("dangling"), Path.of("nowhere"));
    return staged;
  }

  @Test
  void replacesTheContentOfAMountAndLeavesTmpAlone() throws Exception {
    ThreadRights.withOwnMounts(
        () -> {
          SiteTree site = makeSite();
          Path rrd = site.home().resolve("var/check_mk/rrd");
          SortedMap<String, String> fresh;
          try (SiteHome.Staged staged = stageNew(site)) {
            fresh = TreeListing.of(staged.directory().resolve("var/check_mk/rrd"));
            staged.swapIn(true);
            staged.accept(RunLog.silent());
          }
          assertEquals(fresh, TreeListing.of(rrd));
          assertEquals(2, Files.getAttribute(rrd.resolve("both"), "unix:nlink"));
          assertEquals("old", Files.readString(site.tmp().resolve("run")));
          assertEquals("new", Files.readString(site.home().resolve("only-new")));
          assertEquals(2, mounts.below(site.home()).size());
        });
  }

  @Test
  void bringsTheContentOfAMountBack() throws Exception {
    ThreadRights.withOwnMounts(
        () -> {
          SiteTree site = makeSite();
          SortedMap<String, String> old = TreeListing.of(site.home());
          stageNew(site).swapIn(true);
          new EntriesSiteHome(disk, mounts, trees).recover(site, RunLog.silent());
          assertEquals(old, TreeListing.of(site.home()));
        });
  }

  @Test
  void undoesNothingWhileTheSiteHasSomethingElseMounted() throws Exception {
    ThreadRights.withOwnMounts(
        () -> {
          SiteTree site = makeSite();
          stageNew(site).swapIn(true);
          SortedMap<String, String> swapped = TreeListing.of(site.home());
          mount(site.home().resolve("only-new.d"));
          SiteHome home = new EntriesSiteHome(disk, mounts, trees);
          SiteException failure =
              assertThrows(SiteException.class, () -> home.recover(site, RunLog.silent()));
          assertTrue(failure.getMessage().contains("only-new.d"), failure.getMessage());
          SortedMap<String, String> now = TreeListing.of(site.home());
          now.keySet().removeIf(name -> name.equals("only-new.d") || name.equals("."));
          swapped.remove(".");
          assertEquals(swapped, now);
        });
  }

  @Test
  void refusesToMoveATreeWithAMountInIt() throws Exception {
    ThreadRights.withOwnMounts(
        () -> {
          SiteTree site = makeSite();
          SiteHome home = new WholeSiteHome(disk, mounts, trees);
          assertTrue(home.obstacle(site).orElse("").contains("var/check_mk/rrd"));
          SiteException failure = assertThrows(SiteException.class, () -> home.stage(site));
          assertTrue(failure.getMessage().contains("var/check_mk/rrd"), failure.getMessage());
        });
  }

  @Test
  void clearsAMountAndRemovesNone() throws Exception {
    ThreadRights.withOwnMounts(
        () -> {
          SiteTree site = makeSite();
          Path rrd = site.home().resolve("var/check_mk/rrd");
          RunLogLines log = new RunLogLines();

          trees.remove(site.home(), log);
          assertEquals("old", Files.readString(rrd.resolve("a")));
          assertEquals(1, log.warnings().size());

          RunLogLines clearing = new RunLogLines();
          trees.clear(site.home(), clearing);
          assertEquals(List.of(), clearing.warnings());
          assertFalse(Files.exists(rrd.resolve("a")));
          assertEquals(2, mounts.below(site.home()).size());
        });
  }
}
