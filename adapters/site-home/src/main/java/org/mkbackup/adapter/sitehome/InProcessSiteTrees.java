package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.mkbackup.adapter.sitehome.Sweep.Fate;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** Works inside trees with the rights of this process. */
final class InProcessSiteTrees implements SiteTrees {
  private final Disk disk;
  private final Mounts mounts;

  InProcessSiteTrees(Disk disk, Mounts mounts) {
    this.disk = disk;
    this.mounts = mounts;
  }

  @Override
  public void remove(Path tree, RunLog log) {
    if (!Names.exists(tree)) {
      return;
    }
    try {
      Path top = real(tree);
      Set<Path> mounted = mountsBelow(top);
      Sweep sweep = new Sweep(entry -> mounted.contains(entry) ? Fate.IS_IN_THE_WAY : Fate.GOES);
      if (!Names.isDirectory(top)) {
        sweep.sweep(top);
      } else if (sweep.empty(top) && Files.isWritable(top.resolveSibling(""))) {
        sweep.sweep(top);
      }
      sweep.report(tree, log);
    } catch (IOException e) {
      throw Failures.of(RawName.forPeople(tree) + " can't be removed", e);
    }
  }

  @Override
  public void carryOver(Path oldTree, Path newTree, String relative) {
    try {
      new CarriedDirectory(disk, oldTree, newTree, relative).carryOver();
    } catch (IOException e) {
      throw Failures.of(place(oldTree, relative) + " can't be moved to the new tree", e);
    }
  }

  @Override
  public void carryBack(Path oldTree, Path newTree, String relative) {
    try {
      new CarriedDirectory(disk, oldTree, newTree, relative).carryBack();
    } catch (IOException e) {
      throw Failures.of(place(oldTree, relative) + " can't be moved back", e);
    }
  }

  private static String place(Path tree, String relative) {
    return RawName.forPeople(RawName.resolve(tree, relative));
  }

  @Override
  public void clear(Path home, RunLog log) {
    try {
      Path top = home.toRealPath();
      Set<Path> mounted = mountsBelow(top);
      Set<Path> kept = new HashSet<>();
      kept.add(top.resolve(Kept.WORKING_DIRECTORY));
      kept.add(top.resolve(Kept.DATABASE));
      mounted.forEach(point -> kept.add(point.resolve(Kept.LOST_AND_FOUND)));
      Sweep sweep =
          new Sweep(
              entry ->
                  kept.contains(entry)
                      ? Fate.STAYS
                      : mounted.contains(entry) ? Fate.IS_EMPTIED : Fate.GOES);
      sweep.empty(top);
      sweep.report(home, log);
      new WorkingDirectory(disk, top).discard(this, log);
    } catch (IOException e) {
      throw Failures.of(RawName.forPeople(home) + " can't be emptied", e);
    }
  }

  @Override
  public void beginInPlace(Path home) {
    try {
      new WorkingDirectory(disk, home.toRealPath()).beginInPlace();
    } catch (IOException e) {
      throw Failures.of("That " + RawName.forPeople(home) + " is not whole can't be noted", e);
    }
  }

  @Override
  public void endInPlace(Path home) {
    try {
      Path top = home.toRealPath();
      for (Path point : mountsBelow(top)) {
        disk.syncFileSystem(point);
      }
      disk.syncFileSystem(top);
      new WorkingDirectory(disk, top).endInPlace();
    } catch (IOException e) {
      throw Failures.of(
          "The new files in " + RawName.forPeople(home) + " can't be made durable", e);
    }
  }

  private Set<Path> mountsBelow(Path realPath) throws IOException {
    Set<Path> points = new HashSet<>();
    for (String point : mounts.below(realPath)) {
      points.add(RawName.resolve(realPath, point));
    }
    return points;
  }

  /* The tree itself may be a symlink, which is removed and not followed. */
  private static Path real(Path tree) throws IOException {
    return tree.resolveSibling("").toRealPath().resolve(tree.getFileName());
  }
}
