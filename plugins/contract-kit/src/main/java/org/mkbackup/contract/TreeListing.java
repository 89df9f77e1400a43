package org.mkbackup.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mkbackup.domain.text.RawName;

/** All that can be seen of a tree, for comparing two of them. */
public final class TreeListing {
  private TreeListing() {}

  /**
   * A line for each file, by its name below the tree: kind, mode, time of change, content or link
   * text. The tree itself is {@code .}.
   */
  public static SortedMap<String, String> of(Path tree) {
    return list(tree, true);
  }

  /** Like {@link #of}, but without the times of directories, which change with their entries. */
  public static SortedMap<String, String> withoutDirectoryTimes(Path tree) {
    return list(tree, false);
  }

  private static SortedMap<String, String> list(Path tree, boolean directoryTimes) {
    SortedMap<String, String> listing = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = path.equals(tree) ? "." : RawName.of(tree.relativize(path));
        listing.put(name, describe(path, directoryTimes));
      }
    } catch (IOException e) {
      throw new AssertionError("Can't list " + tree, e);
    }
    return listing;
  }

  private static String describe(Path path, boolean directoryTimes) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + RawName.of(Files.readSymbolicLink(path));
    }
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    String head = String.format(Locale.ROOT, "%06o", mode);
    if (Files.isDirectory(path)) {
      return directoryTimes ? head + " " + Files.getLastModifiedTime(path) : head;
    }
    String time = " " + Files.getLastModifiedTime(path);
    return Files.isRegularFile(path)
        ? head + time + " " + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
        : head + time;
  }
}
