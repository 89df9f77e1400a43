package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.mkbackup.adapter.sitehome.SwapArea.Locked;
import org.mkbackup.domain.text.RawName;

/**
 * The moves within one area.
 *
 * <p>What stands where tells how far they came: an entry of an old name that stands aside is the
 * old one; if none stands aside, the one in the directory is; and all else in the directory came
 * since.
 */
final class EntryMoves {
  private final Disk disk;
  private final SwapArea area;
  private final Path directory;
  private final Path staged;
  private final Path aside;

  EntryMoves(Disk disk, Path home, SwapArea area) {
    this.disk = disk;
    this.area = area;
    this.directory = RawName.resolve(home, area.directory());
    this.staged = RawName.resolve(home, area.staged());
    this.aside = RawName.resolve(home, area.aside());
  }

  void forward() throws IOException {
    disk.apply(directory, area.before().opened());
    Set<String> names = new TreeSet<>(area.old());
    names.addAll(area.arriving());
    for (String name : names) {
      if (area.old().contains(name)) {
        move(directory, aside, name);
      }
      if (area.arriving().contains(name)) {
        move(staged, directory, name);
      }
    }
    disk.apply(directory, area.after());
  }

  void back() throws IOException {
    disk.apply(directory, area.before().opened());
    for (String name : Names.in(directory)) {
      if (!area.left().contains(name) && !isOld(name)) {
        move(RawName.resolve(directory, name), freePlace(name));
      }
    }
    for (String name : Names.in(aside)) {
      if (area.old().contains(name)) {
        move(aside, directory, name);
      }
    }
    lockAgain();
    disk.apply(directory, area.before());
  }

  private boolean isOld(String name) {
    return area.old().contains(name) && !Names.exists(RawName.resolve(aside, name));
  }

  private Path freePlace(String name) {
    Path place = RawName.resolve(staged, name);
    for (int i = 1; Names.exists(place); i++) {
      place = staged.resolve("mkbackup-stray-" + i);
    }
    return place;
  }

  private void lockAgain() throws IOException {
    for (Locked locked : area.locked()) {
      Path entry = RawName.resolve(directory, locked.name());
      if (Names.isDirectory(entry)) {
        disk.apply(entry, DirectoryState.of(entry).withMode(locked.mode()));
      }
    }
  }

  private void move(Path from, Path to, String name) throws IOException {
    move(RawName.resolve(from, name), RawName.resolve(to, name));
  }

  /* A directory that moves has its ".." written, for which its owner needs the right. */
  private void move(Path from, Path to) throws IOException {
    if (Names.isDirectory(from) && !Files.isWritable(from)) {
      DirectoryState state = DirectoryState.of(from);
      disk.apply(from, state.opened());
      disk.rename(from, to);
      disk.apply(to, state);
    } else {
      disk.rename(from, to);
    }
  }
}
