package org.mkbackup.domain.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way in which fstab(5) and proc(5) write paths: a space, tab, line feed or backslash as a
 * backslash and three octal digits. One char is one byte.
 */
public final class OctalEscapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2})");
  private static final Pattern SPECIAL = Pattern.compile("[\\x00- \\\\\\x7f]");

  private OctalEscapes() {}

  public static String escape(String raw) {
    return SPECIAL
        .matcher(raw)
        .replaceAll(match -> String.format(Locale.ROOT, "\\\\%03o", (int) match.group().charAt(0)));
  }

  public static String unescape(String written) {
    return ESCAPE.matcher(written).replaceAll(OctalEscapes::character);
  }

  private static String character(MatchResult match) {
    return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 8)));
  }
}
