package org.mkbackup.adapter.backupmk;

import org.mkbackup.domain.failure.ConfigurationException;

/** Where the reading of a Python text stands, and which brackets are open there. */
final class Cursor {
  /** What stands behind the last character. */
  static final int END = -1;

  /* CPython's own limit; its readers would refuse anything deeper. */
  private static final int MOST_LEVELS = 200;

  private final Source source;
  private final String text;
  private final int[] opened = new int[MOST_LEVELS];
  private int levels;
  private int at;

  Cursor(Source source) {
    this.source = source;
    this.text = source.text();
  }

  int at() {
    return at;
  }

  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  boolean lookingAt(String expected) {
    return text.startsWith(expected, at);
  }

  void advance(int chars) {
    at += chars;
  }

  boolean take(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Takes a name; empty where there is none. */
  String name() {
    int start = at;
    while (isNamePart(peek())) {
      at++;
    }
    return text.substring(start, at);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNamePart(int c) {
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c > 127;
  }

  /** Takes an opening bracket. */
  void open() {
    if (levels == MOST_LEVELS) {
      throw refuse("brackets more than " + MOST_LEVELS + " levels deep");
    }
    opened[levels++] = at++;
  }

  /** Takes a closing bracket, and blanks before it; false where something else stands. */
  boolean close(char bracket) {
    skipBlanks();
    if (!take(bracket)) {
      return false;
    }
    levels--;
    return true;
  }

  void requireClose(char bracket) {
    if (!close(bracket)) {
      throw missing("',' or '" + bracket + "'");
    }
  }

  /** Skips what means nothing: blanks, comments, joined lines and, in brackets, line ends. */
  void skipBlanks() {
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t' || c == '\f' || (c == '\n' && levels > 0)) {
        at++;
      } else if (c == '#') {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
      } else if (c == '\\' && peek(1) == '\n' && peek(2) != END) {
        at += 2;
      } else {
        return;
      }
    }
  }

  /** Skips blank lines, and the blanks before what begins on the next one. */
  void skipLines() {
    skipBlanks();
    while (take('\n')) {
      skipBlanks();
    }
  }

  /** Skips blank lines to the next statement, which must not be indented. */
  void nextStatement() {
    int before = at;
    skipLines();
    boolean isIndented = at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t');
    if (peek() != END && isIndented && text.substring(before, at).indexOf('\n') >= 0) {
      throw refuse("an indented line");
    }
  }

  /** What is said when something else stands here, or nothing at all. */
  ConfigurationException missing(String expected) {
    if (peek() == END && levels > 0) {
      int bracket = opened[levels - 1];
      return source.refuse(bracket, "'" + text.charAt(bracket) + "' is never closed");
    }
    return refuse(
        peek() == END
            ? "the end of the file where " + expected + " should stand"
            : "something else where " + expected + " should stand");
  }

  ConfigurationException refuse(String what) {
    return refuse(at, what);
  }

  ConfigurationException refuse(int place, String what) {
    return source.refuse(place, what);
  }
}
