package org.mkbackup.adapter.backupmk;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text as {@code pprint} does: behind line ends and, in long lines, behind blanks. */
final class TextPieces {
  private final List<String> pieces = new ArrayList<>();
  private final int width;
  private final int allowance;

  private TextPieces(int width, int allowance) {
    this.width = width;
    this.allowance = allowance;
  }

  /**
   * The pieces, quoted.
   *
   * @param width of a line, in characters
   * @param allowance what must fit behind the last piece
   */
  static List<String> of(String text, int width, int allowance) {
    TextPieces pieces = new TextPieces(width, allowance);
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      pieces.line(text.substring(start, end), end == text.length());
      start = end;
    }
    return pieces.pieces.isEmpty() ? List.of(Repr.text(text)) : pieces.pieces;
  }

  private void line(String line, boolean isLast) {
    String quoted = Repr.text(line);
    if (Repr.width(quoted) <= (isLast ? width - allowance : width)) {
      pieces.add(quoted);
      return;
    }
    String current = "";
    for (int start = 0; start < line.length(); ) {
      int end = wordEnd(line, start);
      String candidate = current + line.substring(start, end);
      int most = isLast && end == line.length() ? width - allowance : width;
      if (Repr.width(Repr.text(candidate)) > most) {
        add(current);
        current = line.substring(start, end);
      } else {
        current = candidate;
      }
      start = end;
    }
    add(current);
  }

  private void add(String piece) {
    if (!piece.isEmpty()) {
      pieces.add(Repr.text(piece));
    }
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    boolean isPair = text.startsWith("\r\n", end);
    return Math.min(text.length(), end + (isPair ? 2 : 1));
  }

  /* A word and the blanks behind it. */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r')
        || (c >= 0x1C && c <= 0x1E)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }
}
