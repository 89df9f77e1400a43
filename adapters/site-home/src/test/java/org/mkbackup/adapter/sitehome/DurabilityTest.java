package org.mkbackup.adapter.sitehome;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;
import org.mockito.InOrder;

/** What has to be on disk before the next step, should the power fail. */
class DurabilityTest {
  @TempDir Path sites;

  private final Disk disk = mock(Disk.class, delegatesTo(new UnixDisk(new LinuxCalls())));
  private final Mounts mounts = new Mounts();
  private final InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);
  private SiteTree site;

  @BeforeEach
  void makeSite() throws IOException {
    site = ExampleSite.in(sites.toRealPath());
    ExampleSite.makeOld(site.home());
  }

  @AfterEach
  void unlock() {
    ExampleSite.unlock(sites);
  }

  private void replace(SiteHome home) {
    try (SiteHome.Staged staged = home.stage(site)) {
      ExampleSite.fillNew(staged.directory());
      staged.swapIn(true);
      staged.accept(RunLog.silent());
    }
  }

  @Test
  void theJournalComesFirstAndTheWholeNewTreeBeforeTheOldOneGoes() throws IOException {
    replace(new WholeSiteHome(disk, mounts, trees));

    Path top = site.home().resolveSibling("");
    Path journal = top.resolve(".heute.mkbackup-journal");
    InOrder order = inOrder(disk);
    order.verify(disk).write(eq(top.resolve(".heute.mkbackup-journal.new")), any());
    order.verify(disk).rename(top.resolve(".heute.mkbackup-journal.new"), journal);
    order.verify(disk).sync(top);
    order.verify(disk).exchange(site.home(), top.resolve(".heute.mkbackup-new"));
    order.verify(disk).sync(top);
    order.verify(disk).syncFileSystem(top);
    order.verify(disk).rename(journal, top.resolve(".heute.mkbackup-accepted"));
    order.verify(disk).sync(top);
    order.verify(disk, atLeastOnce()).delete(top.resolve(".heute.mkbackup-old"));
  }

  @Test
  void entriesMoveBetweenTheJournalAndTheSyncOfTheirFileSystem() throws IOException {
    replace(new EntriesSiteHome(disk, mounts, trees));

    Path home = site.home();
    Path working = site.restoreWorkingDirectory();
    Path journal = working.resolve("mkbackup-journal");
    InOrder order = inOrder(disk);
    order.verify(disk).rename(working.resolve("mkbackup-journal.new"), journal);
    order.verify(disk).sync(working);
    order.verify(disk).rename(home.resolve("etc"), working.resolve("mkbackup-old/etc"));
    order.verify(disk).rename(working.resolve("mkbackup-new/etc"), home.resolve("etc"));
    order.verify(disk).sync(home);
    order.verify(disk).sync(working.resolve("mkbackup-old"));
    order.verify(disk).syncFileSystem(home);
    order.verify(disk).rename(journal, working.resolve("mkbackup-accepted"));
    order.verify(disk).sync(working);
  }

  @Test
  void theOldTreeIsDurablyBackBeforeTheJournalGoes() throws IOException {
    try (SiteHome.Staged staged = new EntriesSiteHome(disk, mounts, trees).stage(site)) {
      ExampleSite.fillNew(staged.directory());
      staged.swapIn(true);
    }

    Path home = site.home();
    Path working = site.restoreWorkingDirectory();
    InOrder order = inOrder(disk);
    order.verify(disk).rename(working.resolve("mkbackup-old/etc"), home.resolve("etc"));
    order.verify(disk).sync(home);
    order.verify(disk).sync(working.resolve("mkbackup-old"));
    order.verify(disk).delete(working.resolve("mkbackup-journal"));
  }
}
