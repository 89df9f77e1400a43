package org.mkbackup.adapter.sitehome;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.site.SiteTree;

/** A site of an ordinary user, in a directory that isn't theirs if root runs the tests. */
abstract class OrdinaryUserTrial {
  static final int USER = 54321;

  @TempDir(factory = MemoryDirectory.class)
  Path sites;

  final Disk disk = new UnixDisk(new LinuxCalls());
  final Mounts mounts = new Mounts();
  final InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);
  SiteTree site;

  @BeforeEach
  void makeSite() throws Exception {
    site = ExampleSite.in(sites.toRealPath());
    Files.setAttribute(sites, "unix:mode", 0777);
    ThreadRights.asOrdinaryUser(USER, () -> ExampleSite.makeOld(site.home()));
    Files.setAttribute(sites, "unix:mode", 0755);
  }

  SiteHome.Staged stageNew() {
    SiteHome.Staged staged = new EntriesSiteHome(disk, mounts, trees).stage(site);
    ExampleSite.fillNew(staged.directory());
    return staged;
  }
}
