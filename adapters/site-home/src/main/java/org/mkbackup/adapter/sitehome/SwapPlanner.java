package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.mkbackup.adapter.sitehome.SwapArea.Locked;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.text.RawName;

/**
 * Finds out which entries of a home change places, and prepares the places: directories for what
 * goes, and on each file system that is mounted in the home a copy of what comes there. All copying
 * is done here, before the first rename, so that a full disk costs nothing.
 */
final class SwapPlanner {
  private final Disk disk;
  private final Path home;
  private final HomeLayout layout;
  private final List<SwapArea> areas = new ArrayList<>();

  SwapPlanner(Disk disk, Path home, HomeLayout layout) {
    this.disk = disk;
    this.home = home;
    this.layout = layout;
  }

  List<SwapArea> plan() throws IOException {
    WorkingDirectory working = new WorkingDirectory(disk, home);
    DirectoryState before = DirectoryState.of(home);
    DirectoryState after = open(working.staged());
    disk.makeDirectory(working.aside());
    Places places = new Places("", working.staged(), working.aside());
    describe(places, before, after, Set.of(Kept.WORKING_DIRECTORY));
    return List.copyOf(areas);
  }

  /** A directory whose entries change places, and the places of those that come and go. */
  private record Places(String directory, Path staged, Path aside) {}

  private void describe(
      Places places, DirectoryState before, DirectoryState after, Set<String> stay)
      throws IOException {
    NavigableSet<String> left = new TreeSet<>(stay);
    NavigableSet<String> old = new TreeSet<>();
    List<Locked> locked = new ArrayList<>();
    Path directory = RawName.resolve(home, places.directory());
    for (String name : Names.in(directory)) {
      Path entry = RawName.resolve(directory, name);
      if (left.contains(name)) {
        continue;
      }
      if (isLeft(places, name, entry)) {
        left.add(name);
      } else {
        old.add(name);
        if (Names.isDirectory(entry) && !Files.isWritable(entry)) {
          locked.add(new Locked(name, DirectoryState.of(entry).mode()));
        }
      }
    }
    NavigableSet<String> arriving = Names.in(places.staged());
    arriving.removeAll(left);
    areas.add(
        new SwapArea(
            places.directory(),
            below(places.staged()),
            below(places.aside()),
            before,
            after,
            left,
            old,
            arriving,
            List.copyOf(locked)));
  }

  private boolean isLeft(Places around, String name, Path entry) throws IOException {
    String path = Names.join(around.directory(), name);
    if (layout.untouched().contains(path)) {
      return true;
    }
    if (layout.replaced().contains(path)) {
      enterMount(around, path, name, entry);
      return true;
    }
    if (Names.isDirectory(entry) && layout.hasPlacesBelow(path)) {
      enterDirectory(around, path, name, entry);
      return true;
    }
    return false;
  }

  private void enterDirectory(Places around, String path, String name, Path entry)
      throws IOException {
    Path staged = stagedBelow(around, path, name, entry);
    DirectoryState after = open(staged);
    Path aside = RawName.resolve(around.aside(), name);
    disk.makeDirectory(aside);
    describe(new Places(path, staged, aside), DirectoryState.of(entry), after, Set.of());
  }

  private void enterMount(Places around, String path, String name, Path entry) throws IOException {
    DirectoryState before = DirectoryState.of(entry);
    Path staged = stagedBelow(around, path, name, entry);
    WorkingDirectory working = new WorkingDirectory(disk, entry);
    working.open();
    disk.makeDirectory(working.staged());
    disk.makeDirectory(working.aside());
    DirectoryState after = DirectoryState.of(staged);
    TreeCopy.contentOf(staged, working.staged());
    describe(
        new Places(path, working.staged(), working.aside()),
        before,
        after,
        Set.of(Kept.WORKING_DIRECTORY, Kept.LOST_AND_FOUND));
  }

  private Path stagedBelow(Places around, String path, String name, Path entry) throws IOException {
    Path staged = RawName.resolve(around.staged(), name);
    if (!Names.exists(staged)) {
      disk.makeDirectory(staged);
      disk.apply(staged, DirectoryState.of(entry));
    } else if (!Names.isDirectory(staged)) {
      throw new SiteException(
          "The archive holds no directory '"
              + RawName.forPeople(path)
              + "', where something in the site has to stay",
          "Unmount what is mounted there, or move it away");
    }
    return staged;
  }

  /* The tree is as it was unpacked, which can mean read-only. */
  private DirectoryState open(Path staged) throws IOException {
    DirectoryState state = DirectoryState.of(staged);
    disk.apply(staged, state.opened());
    return state;
  }

  private String below(Path path) {
    return RawName.of(home.relativize(path));
  }
}
