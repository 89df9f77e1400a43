package org.mkbackup.adapter.backupmk;

import org.mkbackup.domain.failure.ConfigurationException;

/** Reads what stands behind a backslash in a Python string. */
final class Escapes {
  private final Cursor cursor;

  Escapes(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Takes the backslash and what belongs to it; an unknown escape stands for itself. */
  void read(boolean bytes, StringBuilder value) {
    int start = cursor.at();
    int kind = cursor.peek(1);
    if (kind >= '0' && kind <= '7') {
      cursor.advance(1);
      int code = octal();
      value.append((char) (bytes ? code & 0xFF : code));
      return;
    }
    cursor.advance(kind == Cursor.END ? 1 : 2);
    switch (kind) {
      case '\n' -> {}
      case '\\', '\'', '"' -> value.append((char) kind);
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000B');
      case 'x' -> value.append((char) hex(start, 2));
      case 'u' -> unicode(start, bytes, 4, value);
      case 'U' -> unicode(start, bytes, 8, value);
      case 'N' -> named(start, bytes, value);
      default -> {
        value.append('\\');
        cursor.advance(kind == Cursor.END ? 0 : -1);
      }
    }
  }

  private int octal() {
    int code = 0;
    for (int i = 0; i < 3 && cursor.peek() >= '0' && cursor.peek() <= '7'; i++) {
      code = code * 8 + (cursor.peek() - '0');
      cursor.advance(1);
    }
    return code;
  }

  private int hex(int start, int digits) {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int c = cursor.peek();
      int digit = c >= 0 && c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed(start);
      }
      code = code * 16 + digit;
      cursor.advance(1);
    }
    if (code > Character.MAX_CODE_POINT) {
      throw malformed(start);
    }
    return (int) code;
  }

  private void unicode(int start, boolean bytes, int digits, StringBuilder value) {
    if (bytes) {
      value.append('\\');
      cursor.advance(-1);
    } else {
      value.appendCodePoint(hex(start, digits));
    }
  }

  private void named(int start, boolean bytes, StringBuilder value) {
    if (bytes) {
      value.append("\\N");
      return;
    }
    if (!cursor.take('{')) {
      throw malformed(start);
    }
    StringBuilder name = new StringBuilder();
    while (!cursor.take('}')) {
      int c = cursor.peek();
      if (!Cursor.isNamePart(c) && c != ' ' && c != '-') {
        throw malformed(start);
      }
      name.append((char) c);
      cursor.advance(1);
    }
    try {
      value.appendCodePoint(Character.codePointOf(name.toString()));
    } catch (IllegalArgumentException e) {
      throw cursor.refuse(start, "an escape with an unknown character name");
    }
  }

  private ConfigurationException malformed(int start) {
    return cursor.refuse(start, "a malformed escape in a string");
  }
}
