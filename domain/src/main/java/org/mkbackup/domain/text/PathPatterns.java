package org.mkbackup.domain.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * Patterns for relative paths, as Python's {@code fnmatch} matches those that have no other special
 * characters: {@code *} is any run of characters, slashes included.
 */
public final class PathPatterns {
  private final List<String[]> patterns;

  private PathPatterns(List<String[]> patterns) {
    this.patterns = patterns;
  }

  public static PathPatterns of(List<String> patterns) {
    return new PathPatterns(patterns.stream().map(pattern -> pattern.split("\\*", -1)).toList());
  }

  public static PathPatterns of(String... patterns) {
    return of(List.of(patterns));
  }

  /** These and others. */
  public PathPatterns and(PathPatterns others) {
    return new PathPatterns(Stream.concat(patterns.stream(), others.patterns.stream()).toList());
  }

  /**
   * Whether one of them matches.
   *
   * @param path without a leading slash; a raw name, see {@link RawName}
   */
  public boolean matches(String path) {
    for (String[] pattern : patterns) {
      if (matches(pattern, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String[] literals, String path) {
    String first = literals[0];
    if (!path.startsWith(first)) {
      return false;
    }
    if (literals.length == 1) {
      return path.length() == first.length();
    }
    int from = first.length();
    for (int i = 1; i < literals.length - 1; i++) {
      int found = path.indexOf(literals[i], from);
      if (found < 0) {
        return false;
      }
      from = found + literals[i].length();
    }
    String last = literals[literals.length - 1];
    return path.length() - last.length() >= from && path.endsWith(last);
  }
}
