package org.mkbackup.adapter.backupmk;

import java.util.Locale;
import java.util.Set;
import org.mkbackup.domain.data.Literal;

/** Reads Python's strings: prefixes, three kinds of quotes, and several that stand side by side. */
final class Strings {
  private static final Set<String> PREFIXES = Set.of("", "r", "u", "b", "br", "rb");
  private static final int LONGEST_PREFIX = 2;

  private final Cursor cursor;
  private final Escapes escapes;

  Strings(Cursor cursor) {
    this.cursor = cursor;
    this.escapes = new Escapes(cursor);
  }

  boolean isHere() {
    return quoteAt() >= 0;
  }

  Literal read() {
    StringBuilder value = new StringBuilder();
    boolean bytes = piece(value);
    cursor.skipBlanks();
    while (isHere()) {
      int start = cursor.at();
      if (piece(value) != bytes) {
        throw cursor.refuse(start, "bytes and text side by side");
      }
      cursor.skipBlanks();
    }
    return bytes ? new Literal.Bytes(value.toString()) : new Literal.Text(value.toString());
  }

  /* How far ahead the opening quote is; -1 if no string begins here. */
  private int quoteAt() {
    for (int ahead = 0; ahead <= LONGEST_PREFIX; ahead++) {
      int c = cursor.peek(ahead);
      if (c == '\'' || c == '"') {
        return ahead;
      }
      if (!Cursor.isNamePart(c)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean piece(StringBuilder value) {
    int start = cursor.at();
    String prefix = cursor.name().toLowerCase(Locale.ROOT);
    if (!PREFIXES.contains(prefix)) {
      throw cursor.refuse(start, "a string with a prefix that is not r, u, b, br or rb");
    }
    boolean bytes = prefix.indexOf('b') >= 0;
    boolean raw = prefix.indexOf('r') >= 0;
    String quote = Character.toString(cursor.peek());
    if (cursor.lookingAt(quote.repeat(3))) {
      quote = quote.repeat(3);
    }
    cursor.advance(quote.length());
    while (!cursor.lookingAt(quote)) {
      int c = cursor.peek();
      if (c == Cursor.END || (c == '\n' && quote.length() == 1)) {
        throw cursor.refuse(start, "a string that is never ended");
      }
      if (bytes && c > 127) {
        throw cursor.refuse("a character in bytes that is not ASCII");
      }
      character(raw, bytes, value);
    }
    cursor.advance(quote.length());
    return bytes;
  }

  private void character(boolean raw, boolean bytes, StringBuilder value) {
    if (cursor.peek() != '\\') {
      value.append((char) cursor.peek());
      cursor.advance(1);
    } else if (!raw) {
      escapes.read(bytes, value);
    } else {
      // Keeps a quote from ending the string, and stays in it.
      value.append('\\');
      cursor.advance(1);
      int next = cursor.peek();
      if (next == '\\' || next == '\'' || next == '"' || next == '\n') {
        value.append((char) next);
        cursor.advance(1);
      }
    }
  }
}
