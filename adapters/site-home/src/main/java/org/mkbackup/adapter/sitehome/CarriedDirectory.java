package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.text.RawName;

/**
 * A directory on its way from an old tree to a new one, and perhaps back.
 *
 * <p>A mark in the old tree is made before anything is moved, and removed when all is back: without
 * it, a directory of the new tree that is found after a kill could be taken for the old one's.
 */
final class CarriedDirectory {
  private final Disk disk;
  private final Path oldTree;
  private final Path newTree;
  private final Path relative;
  private final Path inOld;
  private final Path inNew;

  /**
   * A directory that stands in one of the trees.
   *
   * @param relative a raw name, below both trees
   */
  CarriedDirectory(Disk disk, Path oldTree, Path newTree, String relative) {
    this.disk = disk;
    this.oldTree = oldTree;
    this.newTree = newTree;
    this.relative = RawName.toPath(relative);
    this.inOld = oldTree.resolve(this.relative);
    this.inNew = newTree.resolve(this.relative);
  }

  void carryOver() throws IOException {
    if (Names.isDirectoryBelow(oldTree, relative)) {
      makeMark();
      makeDirectoriesAbove();
      DirectoryState state = DirectoryState.of(around(inNew));
      new Sweep(entry -> Sweep.Fate.GOES).sweep(inNew);
      move(inOld, inNew);
      disk.apply(around(inNew), state);
    }
  }

  private void makeMark() throws IOException {
    Path around = around(inOld);
    if (CarryMark.find(around, inOld.getFileName()).isEmpty()) {
      CarryMark mark = CarryMark.of(around, inOld.getFileName());
      disk.write(mark.file(), new byte[0]);
      disk.sync(around);
    }
  }

  private void makeDirectoriesAbove() throws IOException {
    for (int depth = 1; depth < relative.getNameCount(); depth++) {
      Path name = relative.subpath(0, depth);
      Path directory = newTree.resolve(name);
      if (!Names.exists(directory)) {
        disk.makeDirectory(directory);
        disk.apply(directory, DirectoryState.of(oldTree.resolve(name)));
      } else if (!Names.isDirectory(directory)) {
        throw new SiteException(
            "The archive holds no directory '" + name + "', where " + relative + " has to stay",
            "Move " + RawName.forPeople(inOld) + " out of the site");
      }
    }
  }

  void carryBack() throws IOException {
    Path around = around(inOld);
    if (!Names.isDirectoryBelow(oldTree, relative.resolveSibling(""))) {
      return;
    }
    Optional<CarryMark> mark = CarryMark.find(around, inOld.getFileName());
    if (mark.isEmpty()) {
      return;
    }
    if (!Names.exists(inOld) && Names.isDirectoryBelow(newTree, relative)) {
      move(inNew, inOld);
    }
    disk.delete(mark.get().file());
    disk.sync(around);
    disk.apply(around, new DirectoryState(DirectoryState.of(around).mode(), mark.get().time()));
  }

  private void move(Path from, Path to) throws IOException {
    disk.rename(from, to);
    disk.sync(around(to));
    disk.sync(around(from));
  }

  private static Path around(Path place) {
    return place.resolveSibling("");
  }
}
