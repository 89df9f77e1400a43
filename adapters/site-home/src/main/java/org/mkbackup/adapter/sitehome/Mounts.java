package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.text.RawName;

/** Where something is mounted, as the kernel tells it: proc(5), mountinfo. */
final class Mounts {
  private static final Path KERNEL = Path.of("/proc/self/mountinfo");
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");
  private static final int MOUNT_POINT = 4;

  private final Path table;

  Mounts() {
    this(KERNEL);
  }

  Mounts(Path table) {
    this.table = table;
  }

  boolean isMountPoint(Path realPath) throws IOException {
    return points().contains(RawName.of(realPath));
  }

  /**
   * The mount points below a directory, sorted.
   *
   * @param realPath absolute, without symlinks
   * @return raw names, relative to the directory
   */
  NavigableSet<String> below(Path realPath) throws IOException {
    String prefix = RawName.of(realPath) + "/";
    NavigableSet<String> found = new TreeSet<>();
    for (String point : points()) {
      if (point.startsWith(prefix)) {
        found.add(point.substring(prefix.length()));
      }
    }
    return found;
  }

  private NavigableSet<String> points() throws IOException {
    NavigableSet<String> points = new TreeSet<>();
    for (String line : lines()) {
      String[] fields = line.split(" ", -1);
      if (fields.length > MOUNT_POINT) {
        points.add(unescape(fields[MOUNT_POINT]));
      }
    }
    return points;
  }

  private List<String> lines() throws IOException {
    return Uninterrupted.call(() -> Files.readAllLines(table, StandardCharsets.ISO_8859_1));
  }

  private static String unescape(String field) {
    return OCTAL
        .matcher(field)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 8))));
  }
}
