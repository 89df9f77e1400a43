package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.mkbackup.domain.text.RawName;

/** Where something is mounted below a directory, bind mounts too. */
final class MountPoints {
  private static final Path TABLE = Path.of("/proc/self/mountinfo");
  private static final int POINT = 4;

  private final Set<String> points;

  private MountPoints(Set<String> points) {
    this.points = points;
  }

  /**
   * Asks the system; nothing that is mounted is touched.
   *
   * @param top absolute and real
   */
  static MountPoints below(Path top) throws IOException {
    return in(Files.readString(TABLE, StandardCharsets.ISO_8859_1), RawName.of(top));
  }

  /** Reads a table as {@code proc(5)} describes it. */
  static MountPoints in(String table, String top) {
    Set<String> points = new HashSet<>();
    for (String line : table.split("\n", -1)) {
      String[] fields = line.split(" ", POINT + 2);
      String point = fields.length > POINT ? unescape(fields[POINT]) : "";
      if (point.startsWith(top + "/")) {
        points.add(point.substring(top.length() + 1));
      }
    }
    return new MountPoints(points);
  }

  boolean contains(String below) {
    return points.contains(below);
  }

  /** Their paths below the directory, raw. */
  Set<String> all() {
    return Set.copyOf(points);
  }

  /* Blanks, tabs, line ends and backslashes are three octal digits behind a backslash. */
  private static String unescape(String field) {
    StringBuilder raw = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) == '\\' && i + 3 < field.length()) {
        raw.append((char) Integer.parseInt(field, i + 1, i + 4, 8));
        i += 3;
      } else {
        raw.append(field.charAt(i));
      }
    }
    return raw.toString();
  }
}
