package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Whole trees change places: the staged one beside the home, and the home.
 *
 * <p>This may be root's process, and what is in the trees may be hostile: only their top
 * directories are renamed and removed here. All that reaches inside is {@link SiteTrees}' work.
 */
final class WholeSwap implements Swap<WholeJournal> {
  private final Disk disk;
  private final SiteTrees trees;
  private final Mounts mounts;
  private final WholePlaces places;

  WholeSwap(Disk disk, SiteTrees trees, Mounts mounts, WholePlaces places) {
    this.disk = disk;
    this.trees = trees;
    this.mounts = mounts;
    this.places = places;
  }

  @Override
  public WholeJournal prepare(boolean wasRunning) throws IOException {
    requireNothingMounted();
    if (!Names.isDirectory(places.staged())) {
      throw new SiteException(
          "The new tree " + RawName.forPeople(places.staged()) + " has gone", "Try again");
    }
    OptionalLong old =
        Names.isDirectory(places.home())
            ? OptionalLong.of(WholePlaces.inode(places.home()))
            : OptionalLong.empty();
    return new WholeJournal(wasRunning, old, WholePlaces.inode(places.staged()));
  }

  /* A rename would take along what is mounted in a tree. */
  private void requireNothingMounted() throws IOException {
    NavigableSet<String> points = mounts.below(places.realHome());
    if (!points.isEmpty()) {
      Path first = RawName.resolve(places.home(), points.first());
      throw new SiteException(
          "Something is mounted at " + RawName.forPeople(first) + ", in the site's files",
          "Stop the site, and unmount it");
    }
  }

  @Override
  public void forward(WholeJournal journal) throws IOException {
    if (journal.oldTree().isPresent()) {
      trees.carryOver(places.home(), places.staged(), Kept.DATABASE);
      change();
    } else {
      disk.rename(places.staged(), places.home());
    }
    disk.sync(places.sites());
  }

  private void change() throws IOException {
    if (disk.exchange(places.home(), places.staged())) {
      disk.rename(places.staged(), places.aside());
    } else {
      disk.rename(places.home(), places.aside());
      disk.rename(places.staged(), places.home());
    }
  }

  @Override
  public void back(WholeJournal journal) throws IOException {
    requireNothingMounted();
    if (journal.oldTree().isPresent()) {
      bringHome(journal, journal.oldTree().getAsLong());
    } else if (isAtHome(journal.newTree())) {
      disk.rename(places.home(), places.staged());
    }
    disk.sync(places.sites());
    Optional<Path> newTree = places.find(journal.newTree());
    if (journal.oldTree().isPresent() && newTree.isPresent()) {
      trees.carryBack(places.home(), newTree.get(), Kept.DATABASE);
    }
  }

  private void bringHome(WholeJournal journal, long oldTree) throws IOException {
    Path place = places.find(oldTree).orElseThrow(this::lost);
    if (place.equals(places.home())) {
      return;
    }
    if (!Names.exists(places.home())) {
      disk.rename(place, places.home());
    } else if (isAtHome(journal.newTree())) {
      changeBack(place);
    } else {
      throw new SiteException(
          RawName.forPeople(places.home()) + " is neither the old nor the new tree of the site",
          "Move it away, and try again; the old tree is " + RawName.forPeople(place));
    }
  }

  private SiteException lost() {
    return new SiteException(
        "The old files of site " + places.site() + " are not where they were put",
        "Look for them in " + RawName.forPeople(places.sites()));
  }

  private void changeBack(Path oldPlace) throws IOException {
    if (!disk.exchange(places.home(), oldPlace)) {
      Path free = oldPlace.equals(places.aside()) ? places.staged() : places.aside();
      disk.rename(places.home(), free);
      disk.rename(oldPlace, places.home());
    }
  }

  private boolean isAtHome(long tree) throws IOException {
    return Names.isDirectory(places.home()) && WholePlaces.inode(places.home()) == tree;
  }

  @Override
  public void sync() throws IOException {
    disk.syncFileSystem(places.sites());
  }

  @Override
  public void discard(RunLog log) throws IOException {
    discard(places.staged(), log);
    discard(places.aside(), log);
  }

  private void discard(Path tree, RunLog log) throws IOException {
    if (isRemoved(tree)) {
      return;
    }
    trees.remove(tree, log);
    if (!isRemoved(tree)) {
      log.warn(RawName.forPeople(tree) + " could not be removed; remove it by hand");
    }
  }

  private boolean isRemoved(Path tree) throws IOException {
    try {
      disk.delete(tree);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  @Override
  public void leave() {}

  @Override
  public byte[] write(WholeJournal journal) {
    return journal.bytes();
  }

  @Override
  public WholeJournal read(List<List<String>> lines) {
    return WholeJournal.of(lines);
  }

  @Override
  public boolean wasRunning(WholeJournal journal) {
    return journal.wasRunning();
  }
}
