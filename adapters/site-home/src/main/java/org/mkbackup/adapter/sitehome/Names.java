package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.mkbackup.domain.text.RawName;

/** Names in directories, as raw names, with symlinks taken for what they are. */
final class Names {
  private Names() {}

  static NavigableSet<String> in(Path directory) throws IOException {
    NavigableSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(RawName.nameOf(entry)));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean isDirectory(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Whether a directory is reached from another one without passing through a symlink.
   *
   * @param relative may be empty
   */
  static boolean isDirectoryBelow(Path top, Path relative) {
    Path path = top;
    for (Path name : relative) {
      path = path.resolve(name);
      if (!isDirectory(path)) {
        return false;
      }
    }
    return true;
  }

  /** The name of an entry of a directory; both relative to the same place. */
  static String join(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  /** Whether one of the names is below a directory. */
  static boolean haveBelow(NavigableSet<String> names, String directory) {
    String prefix = directory + "/";
    String next = names.ceiling(prefix);
    return next != null && next.startsWith(prefix);
  }
}
