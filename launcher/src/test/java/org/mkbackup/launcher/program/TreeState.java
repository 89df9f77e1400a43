package org.mkbackup.launcher.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mkbackup.domain.text.RawName;

/** Every attribute of every file of a tree, for comparing it with another or with itself later. */
final class TreeState {
  private static final String LOG = "var/log/mkbackup.log";

  /* A home's time changes when somebody looks after a site, that of the logs when one is made. */
  private static final Set<String> TIMELESS = Set.of("", "var/log");

  private TreeState() {}

  /** All but {@code tmp} and the program's own log, which tells of every run. */
  static SortedMap<String, String> of(Path home) throws IOException {
    SortedMap<String, String> state = new TreeMap<>();
    Map<Object, String> inodes = new HashMap<>();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(home)) {
      paths = walk.filter(path -> isLookedAt(home, path)).sorted().toList();
    }
    for (Path path : paths) {
      String name = RawName.of(home.relativize(path));
      state.put(name, describe(path, name, inodes));
    }
    return state;
  }

  private static boolean isLookedAt(Path home, Path path) {
    return !path.startsWith(home.resolve("tmp")) && !path.equals(home.resolve(LOG));
  }

  private static String describe(Path path, String name, Map<Object, String> inodes)
      throws IOException {
    boolean isLink = Files.isSymbolicLink(path);
    FileTime time = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
    String said =
        "%06o %s:%s ".formatted((int) unix(path, "mode"), unix(path, "uid"), unix(path, "gid"));
    if (isLink) {
      // The platform sets the time of a symlink to the microsecond.
      return said
          + time.toInstant().truncatedTo(ChronoUnit.MICROS)
          + " -> "
          + RawName.of(Files.readSymbolicLink(path));
    }
    said += TIMELESS.contains(name) ? "" : time.toInstant();
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return said;
    }
    String first = inodes.computeIfAbsent(unix(path, "ino"), inode -> name);
    byte[] content = Files.readAllBytes(path);
    return said + " " + content.length + " " + Arrays.hashCode(content) + " is " + first;
  }

  private static Object unix(Path path, String attribute) throws IOException {
    return Files.getAttribute(path, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
  }
}
