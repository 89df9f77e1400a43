package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.text.RawName;

/**
 * What is mounted where, as the kernel sees it: {@code /proc/self/mountinfo}, see proc(5). Looking
 * there is safe while a server hangs.
 *
 * @param mountinfo the file
 */
record MountTable(Path mountinfo) {
  private static final int PLACE = 4;

  /* Blanks, tabs, line feeds and backslashes stand as three octal digits. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2})");

  /** Whether something is mounted on a directory. Symlinks are followed in what leads to it. */
  boolean includes(Path directory) {
    try {
      Path parent = Objects.requireNonNull(directory.getParent());
      String wanted =
          RawName.of(parent.toRealPath().resolve(Objects.requireNonNull(directory.getFileName())));
      return Files.readAllLines(mountinfo, StandardCharsets.ISO_8859_1).stream()
          .map(line -> line.split(" ", PLACE + 2))
          .anyMatch(fields -> fields.length > PLACE && unescape(fields[PLACE]).equals(wanted));
    } catch (NoSuchFileException noParent) {
      return false;
    } catch (IOException e) {
      throw new TargetException(
          "What is mounted at " + directory + " can't be found out: " + SystemReason.of(e),
          "See that /proc is mounted",
          e);
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
