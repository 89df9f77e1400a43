package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;

/** What stands in the way of a swap is told before anything is done. */
class ObstacleTest {
  @TempDir Path directory;

  private Path sites;
  private SiteTree site;

  @BeforeEach
  void makeSite() throws IOException {
    sites = Files.createDirectory(directory.resolve("sites")).toRealPath();
    site = new SiteTree(new SiteName("heute"), sites.resolve("heute"));
    Files.createDirectory(site.home());
  }

  private SiteHome home(boolean whole, String... mounted) throws IOException {
    StringBuilder table = new StringBuilder();
    for (String point : mounted) {
      table.append("22 21 0:9 / " + site.home() + point + " rw - tmpfs t rw\n");
    }
    Mounts mounts = new Mounts(Files.writeString(directory.resolve("mountinfo"), table));
    Disk disk = new UnixDisk(new LinuxCalls());
    InProcessSiteTrees trees = new InProcessSiteTrees(disk, mounts);
    return whole
        ? new WholeSiteHome(disk, mounts, trees)
        : new EntriesSiteHome(disk, mounts, trees);
  }

  private void assertObstacle(String expected, SiteHome home) {
    String obstacle = home.obstacle(site).orElse("none");
    assertTrue(obstacle.contains(expected), obstacle);
    SiteException failure = assertThrows(SiteException.class, () -> home.stage(site));
    assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    assertFalse(home.isHalfDone(site));
  }

  @Test
  void aHomeWithAMountInItCantBeMoved() throws IOException {
    assertObstacle("heute/var/mnt", home(true, "/tmp", "/var/mnt"));
  }

  @Test
  void aHomeThatIsAMountPointCantBeMoved() throws IOException {
    assertObstacle("is a mount point", home(true, ""));
    assertEquals(Optional.empty(), home(false, "").obstacle(site));
  }

  @Test
  void tmpIsNoObstacleButMustBeUnmountedBeforeTheSwap() throws IOException {
    SiteHome home = home(true, "/tmp");
    assertEquals(Optional.empty(), home.obstacle(site));
    try (SiteHome.Staged staged = home.stage(site)) {
      SiteException failure = assertThrows(SiteException.class, () -> staged.swapIn(true));
      assertTrue(failure.getMessage().contains("heute/tmp"), failure.getMessage());
    }
    assertFalse(home.isHalfDone(site));
  }

  @Test
  void aHomeThatIsALinkCantBeMovedButItsEntriesCan() throws IOException {
    Files.move(site.home(), sites.resolve("elsewhere"));
    Files.createSymbolicLink(site.home(), Path.of("elsewhere"));

    assertObstacle("is a link or a file", home(true));
    try (SiteHome.Staged staged = home(false).stage(site)) {
      Files.writeString(staged.directory().resolve("file"), "new");
      staged.swapIn(false);
      staged.accept(RunLog.silent());
    }
    assertTrue(Files.exists(sites.resolve("elsewhere/file")));
    assertTrue(Files.isSymbolicLink(site.home()));
  }

  @Test
  void aMountedFileCantBeReplaced() throws IOException {
    Files.createFile(site.home().resolve("secret"));
    assertObstacle("a file is mounted at", home(false, "/secret"));
  }

  @Test
  void aWorkingDirectoryThatIsALinkIsRefused() throws IOException {
    Files.createSymbolicLink(site.restoreWorkingDirectory(), Path.of("/tmp"));
    assertObstacle("is a link or a file", home(false));
  }

  @Test
  void aMissingHomeHasNoEntriesToSwap() throws IOException {
    Files.delete(site.home());
    assertObstacle("No such file", home(false));
    assertEquals(Optional.empty(), home(true).obstacle(site));
  }

  @Test
  void aMountWhereTheNewTreeHasAFileStopsTheSwapBeforeItBegins() throws IOException {
    Files.createDirectories(site.home().resolve("var/mnt"));
    SiteHome home = home(false, "/var/mnt");
    try (SiteHome.Staged staged = home.stage(site)) {
      Files.createFile(staged.directory().resolve("var"));
      SiteException failure = assertThrows(SiteException.class, () -> staged.swapIn(true));
      assertTrue(failure.getMessage().contains("'var'"), failure.getMessage());
    }
    assertTrue(Files.isDirectory(site.home().resolve("var/mnt")));
    assertFalse(home.isHalfDone(site));
  }
}
