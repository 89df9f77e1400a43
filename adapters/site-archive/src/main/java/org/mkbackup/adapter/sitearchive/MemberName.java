package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/** The rule for names in an archive: plain paths below the directory that is archived. */
final class MemberName {
  static final int LONGEST_PATH = 4095;
  private static final int LONGEST_COMPONENT = 255;

  private final String top;

  /** For an archive whose names begin with {@code top} all. */
  MemberName(String top) {
    this.top = top;
  }

  /** The raw path below the directory; empty for itself. */
  String below(String name) {
    checkPlain(name);
    return belowTop(name)
        .orElseThrow(() -> Damage.refused(Damage.quote(name) + " is not below '" + top + "'"));
  }

  /** The path below the directory, if the name begins with it. */
  Optional<String> belowTop(String name) {
    if (name.equals(top)) {
      return Optional.of("");
    }
    return name.startsWith(top + "/")
        ? Optional.of(name.substring(top.length() + 1))
        : Optional.empty();
  }

  /** Refuses what could lead elsewhere, or can't be a file's name. */
  static void checkPlain(String name) {
    if (name.length() > LONGEST_PATH) {
      throw Damage.refused("a name of " + name.length() + " bytes");
    }
    if (name.indexOf('\0') >= 0) {
      throw unfit(name);
    }
    int begin = 0;
    while (begin <= name.length()) {
      int slash = name.indexOf('/', begin);
      int end = slash < 0 ? name.length() : slash;
      int length = end - begin;
      if (length == 0 || length > LONGEST_COMPONENT || isDots(name, begin, length)) {
        throw unfit(name);
      }
      begin = end + 1;
    }
  }

  private static boolean isDots(String name, int begin, int length) {
    return length <= 2 && name.startsWith("..".substring(0, length), begin);
  }

  private static RuntimeException unfit(String name) {
    return Damage.refused(Damage.quote(name) + " is no plain path");
  }
}
