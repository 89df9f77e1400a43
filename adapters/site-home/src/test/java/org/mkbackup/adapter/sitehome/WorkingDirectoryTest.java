package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ExampleSite;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

class WorkingDirectoryTest {
  @TempDir Path sites;

  private final Disk disk = new UnixDisk(new LinuxCalls());
  private final Mounts mounts = new Mounts();
  private final InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);
  private final SiteHome home = new EntriesSiteHome(disk, mounts, trees);
  private SiteTree site;

  @BeforeEach
  void makeSite() throws IOException {
    site = ExampleSite.in(sites.toRealPath());
    Files.createDirectory(site.home());
    Files.writeString(site.home().resolve("file"), "old");
  }

  private void replace() throws IOException {
    try (SiteHome.Staged staged = home.stage(site)) {
      Files.writeString(staged.directory().resolve("file"), "new");
      staged.swapIn(true);
      Files.createFile(site.restoreWorkingDirectory().resolve("mkbackup.lock"));
      staged.accept(RunLog.silent());
    }
    assertEquals("new", Files.readString(site.home().resolve("file")));
  }

  @Test
  void staysWhenItWasThereBefore() throws IOException {
    Files.createDirectory(site.restoreWorkingDirectory());
    Files.createFile(site.restoreWorkingDirectory().resolve("other"));

    replace();

    assertEquals(Set.of("mkbackup.lock", "other"), Names.in(site.restoreWorkingDirectory()));
  }

  @Test
  void staysWhenSomebodyElseHasPutSomethingInIt() throws IOException {
    replace();

    assertEquals(Set.of("mkbackup.lock"), Names.in(site.restoreWorkingDirectory()));
    assertFalse(home.isHalfDone(site));
  }

  @Test
  void isNotLookedForBehindASymlink() throws IOException {
    Path elsewhere = Files.createDirectory(sites.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("mkbackup-journal"), "kept");
    Files.createDirectory(elsewhere.resolve("mkbackup-new"));
    Files.createFile(elsewhere.resolve("mkbackup-made"));
    Files.createSymbolicLink(site.restoreWorkingDirectory(), elsewhere);

    assertFalse(home.isHalfDone(site));
    assertFalse(home.mustUndo(site));
    assertEquals(SiteHome.Recovery.NOTHING, home.recover(site, RunLog.silent()));
    assertThrows(SiteException.class, () -> home.stage(site));
    assertEquals(Set.of("mkbackup-journal", "mkbackup-new", "mkbackup-made"), Names.in(elsewhere));
  }

  @Test
  void isNeverSwapped() throws IOException {
    try (SiteHome.Staged staged = home.stage(site)) {
      Path archived = Files.createDirectory(staged.directory().resolve(".restore_working_dir"));
      Files.createFile(archived.resolve("stray"));
      staged.swapIn(true);
      staged.accept(RunLog.silent());
    }
    assertFalse(Files.exists(site.restoreWorkingDirectory()));
  }

  @Test
  void whatWasHalfSwappedIsGivenUpForARestoreInPlace() throws IOException {
    SiteHome.Staged killed = home.stage(site);
    Files.writeString(killed.directory().resolve("file"), "new");
    killed.swapIn(true);
    assertTrue(home.mustUndo(site));

    trees.beginInPlace(site.home());
    assertFalse(home.mustUndo(site));
    trees.clear(site.home(), RunLog.silent());
    assertEquals(
        Set.of("mkbackup-in-place", "mkbackup-made"), Names.in(site.restoreWorkingDirectory()));
    Files.writeString(site.home().resolve("file"), "in place");
    trees.endInPlace(site.home());

    assertEquals(SiteHome.Recovery.NOTHING, home.recover(site, RunLog.silent()));
    assertEquals("in place", Files.readString(site.home().resolve("file")));
    assertFalse(Files.exists(site.restoreWorkingDirectory()));
  }
}
