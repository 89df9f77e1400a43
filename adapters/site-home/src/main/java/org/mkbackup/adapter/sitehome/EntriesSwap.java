package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** The entries of a home change places one by one: for a site's user, who can't move the home. */
final class EntriesSwap implements Swap<EntriesJournal> {
  private final Disk disk;
  private final SiteTrees trees;
  private final Mounts mounts;
  private final Path home;

  EntriesSwap(Disk disk, SiteTrees trees, Mounts mounts, Path home) {
    this.disk = disk;
    this.trees = trees;
    this.mounts = mounts;
    this.home = home;
  }

  @Override
  public EntriesJournal prepare(boolean wasRunning) throws IOException {
    HomeLayout layout = HomeLayout.of(home, mounts);
    List<SwapArea> areas = new SwapPlanner(disk, home, layout).plan();
    for (SwapArea area : areas) {
      // The journal names them, so they must be there whenever it is.
      disk.sync(RawName.resolve(home, area.staged()).resolveSibling(""));
      disk.sync(RawName.resolve(home, area.aside()).resolveSibling(""));
    }
    return new EntriesJournal(wasRunning, areas);
  }

  @Override
  public void forward(EntriesJournal journal) throws IOException {
    for (SwapArea area : journal.areas()) {
      moves(area).forward();
    }
    syncNames(journal);
  }

  @Override
  public void back(EntriesJournal journal) throws IOException {
    SamePlaces.require(home, journal.areas(), mounts);
    for (SwapArea area : journal.areas()) {
      moves(area).back();
    }
    syncNames(journal);
  }

  private EntryMoves moves(SwapArea area) {
    return new EntryMoves(disk, home, area);
  }

  private void syncNames(EntriesJournal journal) throws IOException {
    for (SwapArea area : journal.areas()) {
      for (String place : area.places()) {
        disk.sync(RawName.resolve(home, place));
      }
    }
  }

  @Override
  public void sync() throws IOException {
    for (Path top : fileSystems()) {
      disk.syncFileSystem(top);
    }
  }

  @Override
  public void discard(RunLog log) throws IOException {
    for (Path top : fileSystems()) {
      new WorkingDirectory(disk, top).discard(trees, log);
    }
  }

  @Override
  public void leave() throws IOException {
    for (Path top : fileSystems()) {
      new WorkingDirectory(disk, top).leave();
    }
  }

  /** Refuses to begin over what could not be removed. */
  void requireNothingLeft() throws IOException {
    for (Path top : fileSystems()) {
      new WorkingDirectory(disk, top).requireNothingLeft();
    }
  }

  /** Whether there is anything of this or of an earlier swap beside the site's own files. */
  boolean holdsSomething() throws IOException {
    for (Path top : fileSystems()) {
      if (new WorkingDirectory(disk, top).holdsSomething()) {
        return true;
      }
    }
    return false;
  }

  /* The home comes last, since what stands there tells that there is something left to do. */
  private List<Path> fileSystems() throws IOException {
    List<Path> tops = new ArrayList<>();
    for (String point : HomeLayout.of(home, mounts).replaced()) {
      tops.add(RawName.resolve(home, point));
    }
    tops.add(home);
    return tops;
  }

  @Override
  public byte[] write(EntriesJournal journal) {
    return journal.bytes();
  }

  @Override
  public EntriesJournal read(List<List<String>> lines) {
    return EntriesJournal.of(lines);
  }

  @Override
  public boolean wasRunning(EntriesJournal journal) {
    return journal.wasRunning();
  }
}
