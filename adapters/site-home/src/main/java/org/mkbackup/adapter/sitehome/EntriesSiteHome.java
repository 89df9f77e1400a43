package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

/**
 * Stages in {@code .restore_working_dir} in the home, and swaps the home's entries: for a site's
 * own user, who can't write in the directory of all sites.
 */
final class EntriesSiteHome implements SiteHome {
  private final Disk disk;
  private final Mounts mounts;
  private final SiteTrees trees;

  EntriesSiteHome(Disk disk, Mounts mounts, SiteTrees trees) {
    this.disk = disk;
    this.mounts = mounts;
    this.trees = trees;
  }

  @Override
  public Optional<String> obstacle(SiteTree site) {
    try {
      return obstacle(site.home().toRealPath());
    } catch (IOException e) {
      return Optional.of(Failures.reason(e));
    }
  }

  private Optional<String> obstacle(Path home) throws IOException {
    if (!Names.isDirectory(home)) {
      return Optional.of(RawName.forPeople(home) + " is not a directory");
    }
    Path working = home.resolve(Kept.WORKING_DIRECTORY);
    if (Names.exists(working) && !Names.isDirectory(working)) {
      return Optional.of(RawName.forPeople(working) + " is a link or a file, not a directory");
    }
    for (String point : mounts.below(home)) {
      Path path = RawName.resolve(home, point);
      if (path.startsWith(working)) {
        return Optional.of("something is mounted at " + RawName.forPeople(path));
      }
      if (Names.exists(path) && !Names.isDirectory(path)) {
        return Optional.of("a file is mounted at " + RawName.forPeople(path));
      }
    }
    return Optional.empty();
  }

  @Override
  public Staged stage(SiteTree site) {
    try {
      Path home = site.home().toRealPath();
      obstacle(home).ifPresent(why -> refuse(site, why));
      new WorkingDirectory(disk, home).journal().requireNone(site.name());
      swap(home).discard(RunLog.silent());
      swap(home).requireNothingLeft();
      requireChangeable(site, home);
      begin(home);
      return staged(site, home);
    } catch (IOException e) {
      throw Failures.of("No new tree of site " + site.name() + " can be begun", e);
    }
  }

  private void begin(Path home) throws IOException {
    WorkingDirectory working = new WorkingDirectory(disk, home);
    try {
      working.open();
      disk.makeDirectory(working.staged());
    } catch (IOException e) {
      try {
        working.leave();
      } catch (IOException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private static void refuse(SiteTree site, String why) {
    throw new SiteException(
        "The files of site " + site.name() + " can't be swapped: " + why,
        "Put that in order, and try again");
  }

  private void requireChangeable(SiteTree site, Path home) throws IOException {
    HomeLayout layout = HomeLayout.of(home, mounts);
    Set<Path> passedOver = layout.pathsToPassOver(home);
    Preflight.require(site.name(), home, passedOver::contains);
  }

  @Override
  public boolean isHalfDone(SiteTree site) {
    try {
      return swap(site.home().toRealPath()).holdsSomething();
    } catch (NoSuchFileException e) {
      // Without a home nothing can have begun.
      return false;
    } catch (IOException e) {
      throw Failures.of("The home of site " + site.name() + " can't be looked at", e);
    }
  }

  @Override
  public boolean mustUndo(SiteTree site) {
    return isHalfDone(site) && begun(site).mustUndo();
  }

  @Override
  public Recovery recover(SiteTree site, RunLog log) {
    return isHalfDone(site) ? begun(site).recover(log) : Recovery.NOTHING;
  }

  @Override
  public void settle(SiteTree site) {
    try {
      if (isHalfDone(site)) {
        begun(site).settle();
      }
    } catch (IOException e) {
      throw Failures.of("Site " + site.name() + " runs, which can't be noted", e);
    }
  }

  private StagedSwap<EntriesJournal> begun(SiteTree site) {
    try {
      Path home = site.home().toRealPath();
      new WorkingDirectory(disk, home).requireDirectory();
      return staged(site, home);
    } catch (IOException e) {
      throw Failures.of("The home of site " + site.name() + " can't be found", e);
    }
  }

  private StagedSwap<EntriesJournal> staged(SiteTree site, Path home) {
    WorkingDirectory working = new WorkingDirectory(disk, home);
    return new StagedSwap<>(site.name(), working.staged(), working.journal(), swap(home));
  }

  private EntriesSwap swap(Path home) {
    return new EntriesSwap(disk, trees, mounts, home);
  }
}
