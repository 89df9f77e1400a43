package org.mkbackup.domain.failure;

/** Texts of foreign origin made fit for one line of a log or a terminal. */
public final class OneLine {
  private OneLine() {}

  /** The text with every control character, line breaks included, replaced by a question mark. */
  public static String of(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        if (line == null) {
          line = new StringBuilder(text);
        }
        line.setCharAt(i, '?');
      }
    }
    return line == null ? text : line.toString();
  }
}
