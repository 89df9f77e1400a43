package org.mkbackup.domain.failure;

/** Texts of foreign origin made fit for one line of a log or a terminal. */
public final class OneLine {
  private OneLine() {}

  /**
   * The text with every control character, line breaks included, and all that changes the direction
   * of text, replaced by a question mark.
   */
  public static String of(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || turnsText(c)) {
        if (line == null) {
          line = new StringBuilder(text);
        }
        line.setCharAt(i, '?');
      }
    }
    return line == null ? text : line.toString();
  }

  /**
   * The beginning of a text that may be long, with a mark if that isn't all of it.
   *
   * @param most characters
   */
  public static String beginning(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "\u2026" : text;
  }

  /* A terminal would show what comes behind in another place. */
  private static boolean turnsText(char c) {
    return c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
