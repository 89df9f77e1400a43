package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.text.RawName;

/**
 * A directory on its way from an old tree to a new one, and perhaps back.
 *
 * <p>A mark in the old tree is made before anything is moved, and removed when all is back: without
 * it, a directory of the new tree that is found after a kill could be taken for the old one's. The
 * mark's time is that of the directory around it.
 */
final class CarriedDirectory {
  private final Path oldTree;
  private final Path newTree;
  private final String relative;
  private final Path inOld;
  private final Path inNew;

  CarriedDirectory(Path oldTree, Path newTree, String relative) {
    this.oldTree = oldTree;
    this.newTree = newTree;
    this.relative = relative;
    this.inOld = RawName.resolve(oldTree, relative);
    this.inNew = RawName.resolve(newTree, relative);
  }

  private Path mark() {
    String name = "." + RawName.nameOf(inOld) + ".mkbackup-carried";
    return RawName.resolve(inOld.resolveSibling("."), name).normalize();
  }

  void carryOver() throws IOException {
    if (!Names.isDirectoryBelow(oldTree, relative)) {
      return;
    }
    makeMark();
    makeWay();
    move(inOld, inNew);
  }

  private void makeMark() throws IOException {
    if (!Names.exists(mark())) {
      Path around = around(inOld);
      FileTime time = timeOf(around);
      Files.createFile(mark());
      Files.setLastModifiedTime(mark(), time);
    }
  }

  private void makeWay() throws IOException {
    Path oldPlace = oldTree;
    Path newPlace = newTree;
    for (Path name : RawName.toPath(relative)) {
      oldPlace = oldPlace.resolve(name);
      newPlace = newPlace.resolve(name);
      if (newPlace.equals(inNew)) {
        break;
      }
      if (!Names.exists(newPlace)) {
        Files.createDirectory(newPlace);
        Files.setAttribute(newPlace, "unix:mode", Files.getAttribute(oldPlace, "unix:mode"));
      } else if (!Names.isDirectory(newPlace)) {
        throw new SiteException(
            "The archive holds no directory '"
                + RawName.forPeople(newTree.relativize(newPlace))
                + "', where "
                + relative
                + " of the site has to stay",
            "Move " + RawName.forPeople(inOld) + " out of the site");
      }
    }
    new Sweep(entry -> Sweep.Fate.GOES).sweep(inNew);
  }

  void carryBack() throws IOException {
    if (!isMarked()) {
      return;
    }
    if (!Names.exists(inOld) && Names.isDirectoryBelow(newTree, relative)) {
      move(inNew, inOld);
    }
    FileTime time = timeOf(mark());
    Files.delete(mark());
    Files.setLastModifiedTime(around(inOld), time);
  }

  private boolean isMarked() {
    String around = relative.contains("/") ? relative.substring(0, relative.lastIndexOf('/')) : "";
    return (around.isEmpty() || Names.isDirectoryBelow(oldTree, around)) && Names.exists(mark());
  }

  private static void move(Path from, Path to) throws IOException {
    FileTime time = timeOf(around(to));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Files.setLastModifiedTime(around(to), time);
  }

  private static FileTime timeOf(Path path) throws IOException {
    return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path around(Path place) {
    return place.resolveSibling(".").normalize();
  }
}
