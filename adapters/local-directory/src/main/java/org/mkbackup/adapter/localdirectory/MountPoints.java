package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mkbackup.domain.text.RawName;

/** Tells where something is mounted. */
final class MountPoints {
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
  private static final int PLACE = 4;

  /* Blanks, tabs, line feeds and backslashes stand as three octal digits. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

  private MountPoints() {}

  /** Whether something is mounted on a directory, be it a part of the same file system. */
  static boolean contain(Path directory) throws IOException {
    Path real = directory.toRealPath();
    Path parent = real.getParent();
    return parent == null || !device(real).equals(device(parent)) || isListed(RawName.of(real));
  }

  private static Object device(Path path) throws IOException {
    return Files.getAttribute(path, "unix:dev");
  }

  private static boolean isListed(String directory) throws IOException {
    try (Stream<String> lines = Files.lines(MOUNTS, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> line.split(" ", -1)[PLACE])
          .anyMatch(p -> unescape(p).equals(directory));
    }
  }

  private static String unescape(String place) {
    return ESCAPE
        .matcher(place)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 8))));
  }
}
