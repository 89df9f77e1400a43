package org.mkbackup.adapter.accounts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mkbackup.domain.text.OctalEscapes;

/**
 * The text of a mount table as fstab(5) says, one char a byte. Lines that are not the one in
 * question stay as they are, whatever is in them.
 */
record MountTableText(String raw) {
  private static final Pattern BETWEEN_LINES = Pattern.compile("(?<=\n)");
  private static final Pattern BETWEEN_FIELDS = Pattern.compile("[ \t]+");
  private static final Pattern SLASHES_AT_END = Pattern.compile("/+$");

  /** Whether a tmpfs is mounted at one of the places. */
  boolean hasTmpfs(Set<String> places) {
    return lines().stream().anyMatch(line -> isTmpfs(line, places));
  }

  /** With one more line; the line feed is added. */
  MountTableText with(String line) {
    String separator = raw.isEmpty() || raw.endsWith("\n") ? "" : "\n";
    return new MountTableText(raw + separator + line + "\n");
  }

  /** Without the lines that mount a tmpfs at one of the places. */
  MountTableText without(Set<String> places) {
    StringBuilder kept = new StringBuilder(raw.length());
    lines().stream().filter(line -> !isTmpfs(line, places)).forEach(kept::append);
    return new MountTableText(kept.toString());
  }

  private List<String> lines() {
    return List.of(BETWEEN_LINES.split(raw));
  }

  private static boolean isTmpfs(String line, Set<String> places) {
    String[] fields = BETWEEN_FIELDS.split(line.strip(), -1);
    return fields.length > 2
        && !fields[0].startsWith("#")
        && fields[2].equals("tmpfs")
        && places.contains(path(fields[1]));
  }

  private static String path(String field) {
    return SLASHES_AT_END.matcher(OctalEscapes.unescape(field)).replaceFirst("");
  }
}
