package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

/**
 * Stages in a directory beside the home, and swaps the whole tree: for root, who can write in the
 * directory of all sites. The site need not be there yet.
 */
final class WholeSiteHome implements SiteHome {
  private final Disk disk;
  private final Mounts mounts;
  private final SiteTrees trees;

  WholeSiteHome(Disk disk, Mounts mounts, SiteTrees trees) {
    this.disk = disk;
    this.mounts = mounts;
    this.trees = trees;
  }

  @Override
  public Optional<String> obstacle(SiteTree site) {
    try {
      return obstacle(WholePlaces.of(site));
    } catch (IOException e) {
      return Optional.of(Failures.reason(e));
    }
  }

  private Optional<String> obstacle(WholePlaces places) throws IOException {
    Path home = places.home();
    if (!Files.isWritable(places.sites())) {
      return Optional.of(RawName.forPeople(places.sites()) + " can't be written by this user");
    }
    if (!Names.exists(home)) {
      return Optional.empty();
    }
    if (!Names.isDirectory(home)) {
      return Optional.of(RawName.forPeople(home) + " is a link or a file, not a directory");
    }
    if (mounts.isMountPoint(places.realHome())) {
      return Optional.of(RawName.forPeople(home) + " is a mount point");
    }
    NavigableSet<String> points = mounts.below(places.realHome());
    points.removeIf(point -> point.equals(Kept.TMP) || point.startsWith(Kept.TMP + "/"));
    return points.stream()
        .findFirst()
        .map(point -> "something is mounted at " + RawName.forPeople(RawName.resolve(home, point)));
  }

  @Override
  public Staged stage(SiteTree site) {
    WholePlaces places = WholePlaces.of(site);
    try {
      obstacle(places).ifPresent(why -> refuse(site, why));
      WholeSwap swap = swap(places);
      JournalFile journal = places.journal(disk);
      journal.requireNone(site.name());
      swap.discard(RunLog.silent());
      requireRemoved(places.aside());
      disk.makeDirectory(places.staged());
      return new StagedSwap<>(site.name(), places.staged(), journal, swap);
    } catch (IOException e) {
      throw Failures.of("No new tree of site " + site.name() + " can be begun", e);
    }
  }

  private static void requireRemoved(Path leftOver) {
    if (Names.exists(leftOver)) {
      throw Failures.leftOver(leftOver);
    }
  }

  private static void refuse(SiteTree site, String why) {
    throw new SiteException(
        "The tree of site " + site.name() + " can't be swapped as a whole: " + why,
        "Restore as the site's user, or unmount it before");
  }

  @Override
  public boolean isHalfDone(SiteTree site) {
    WholePlaces places = WholePlaces.of(site);
    return places.journal(disk).isThere()
        || Names.exists(places.staged())
        || Names.exists(places.aside());
  }

  @Override
  public boolean mustUndo(SiteTree site) {
    return staged(site).mustUndo();
  }

  @Override
  public Recovery recover(SiteTree site, RunLog log) {
    return staged(site).recover(log);
  }

  @Override
  public void settle(SiteTree site) {
    try {
      staged(site).settle();
    } catch (IOException e) {
      throw Failures.of("Site " + site.name() + " runs, which can't be noted", e);
    }
  }

  private StagedSwap<WholeJournal> staged(SiteTree site) {
    WholePlaces places = WholePlaces.of(site);
    return new StagedSwap<>(site.name(), places.staged(), places.journal(disk), swap(places));
  }

  private WholeSwap swap(WholePlaces places) {
    return new WholeSwap(disk, trees, mounts, places);
  }
}
