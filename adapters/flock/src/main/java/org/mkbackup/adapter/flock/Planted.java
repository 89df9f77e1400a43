package org.mkbackup.adapter.flock;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a user put in the place of a lock, where any user can: a link, a pipe, a directory. Root is
 * not kept from its locks by it. What belongs to root is left alone: somebody must look at it.
 */
final class Planted {
  private static final int ROOT = 0;

  private Planted() {}

  static boolean isRoots(Path path) throws IOException {
    return owner(path) == ROOT;
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether this process is root's. */
  static boolean isSeenByRoot() throws IOException {
    return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == ROOT;
  }

  /** Has root clear a place of what another user put there and is no regular file. */
  static void clearForFile(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      clear(path);
    }
  }

  /** Has root clear a place of what another user put there and is no directory. */
  static void clearForDirectory(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      clear(path);
    }
  }

  private static void clear(Path path) throws IOException {
    try {
      if (!isSeenByRoot() || isRoots(path)) {
        return;
      }
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException e) {
      Path aside = Files.createTempDirectory(path.resolveSibling(""), "planted-");
      Files.move(path, aside.resolve(path.getFileName()));
    } catch (NoSuchFileException free) {
      // Nothing is in the way.
    }
  }
}
