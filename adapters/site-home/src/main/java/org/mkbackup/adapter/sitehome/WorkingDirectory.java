package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * The working directory at the top of a file system: in the home, and in what is mounted in it.
 * Checkmk may have one with a lock in it; then it stays, with all in it that isn't ours. One that
 * was made here goes again. The directory around it keeps mode and time.
 */
final class WorkingDirectory {
  private static final String PREFIX = "mkbackup-";

  private final Disk disk;
  private final Path around;
  private final Path directory;

  WorkingDirectory(Disk disk, Path around) {
    this.disk = disk;
    this.around = around;
    this.directory = around.resolve(Kept.WORKING_DIRECTORY);
  }

  Path staged() {
    return directory.resolve(PREFIX + "new");
  }

  Path aside() {
    return directory.resolve(PREFIX + "old");
  }

  JournalFile journal() {
    return new JournalFile(disk, directory, PREFIX);
  }

  private Path inPlace() {
    return directory.resolve(PREFIX + "in-place");
  }

  /* Tells that the directory was made here. */
  private Path mark() {
    return directory.resolve(PREFIX + "made");
  }

  /** Whether there is anything of ours. What a symlink in its place leads to is not. */
  boolean holdsSomething() {
    return Names.isDirectory(directory)
        && (journal().isThere()
            || Names.exists(staged())
            || Names.exists(aside())
            || (Names.exists(mark()) && !Names.exists(inPlace())));
  }

  void open() throws IOException {
    requireDirectory();
    if (!Names.exists(directory)) {
      DirectoryState before = DirectoryState.of(around);
      disk.apply(around, before.opened());
      disk.makeDirectory(directory);
      disk.write(mark(), new byte[0]);
      disk.sync(around);
      disk.apply(around, before);
    }
  }

  /** Refuses a symlink or a file in the directory's place; it need not be there. */
  void requireDirectory() {
    if (Names.exists(directory) && !Names.isDirectory(directory)) {
      throw new SiteException(
          RawName.forPeople(directory) + " is a link or a file, not a directory",
          "Move it out of the way");
    }
  }

  void discard(SiteTrees trees, RunLog log) throws IOException {
    for (Path tree : new Path[] {staged(), aside()}) {
      if (Names.isDirectory(directory) && Names.exists(tree)) {
        trees.remove(tree, log);
      }
    }
  }

  /** Refuses to begin over trees that could not be removed. */
  void requireNothingLeft() {
    for (Path tree : new Path[] {staged(), aside()}) {
      if (Names.isDirectory(directory) && Names.exists(tree)) {
        throw Failures.leftOver(tree);
      }
    }
  }

  /** Removes the directory, if it was made here and nothing is in it any more. */
  void leave() throws IOException {
    if (!Names.isDirectory(directory) || !Names.exists(mark()) || isInUse()) {
      return;
    }
    disk.delete(mark());
    if (Names.in(directory).isEmpty()) {
      DirectoryState before = DirectoryState.of(around);
      disk.apply(around, before.opened());
      disk.delete(directory);
      disk.apply(around, before);
    }
  }

  private boolean isInUse() {
    return Names.exists(staged()) || Names.exists(aside()) || Names.exists(inPlace());
  }

  /**
   * Notes durably that what is around is not whole. A swap that was half done is given up then, so
   * that nobody undoes it over the new files.
   */
  void beginInPlace() throws IOException {
    open();
    disk.write(inPlace(), new byte[0]);
    disk.sync(directory);
    disk.sync(around);
    journal().end();
  }

  /** What is around is whole, and on disk. */
  void endInPlace() throws IOException {
    requireDirectory();
    disk.delete(inPlace());
    leave();
  }
}
