package org.mkbackup.adapter.backupmk;

import java.math.BigInteger;
import org.mkbackup.domain.data.Literal;

/** Reads Python's whole and floating numbers, without their sign. */
final class Numbers {
  /* CPython reads no longer ones; it keeps the conversion, which is quadratic, from being abused. */
  private static final int MOST_DIGITS = 4300;
  private static final BigInteger TOO_BIG = BigInteger.TEN.pow(MOST_DIGITS);

  private final Cursor cursor;

  Numbers(Cursor cursor) {
    this.cursor = cursor;
  }

  boolean isHere() {
    return Cursor.isDigit(cursor.peek())
        || (cursor.peek() == '.' && Cursor.isDigit(cursor.peek(1)));
  }

  Literal read() {
    int start = cursor.at();
    int radix = radix();
    Literal number = radix == 10 ? decimal(start) : prefixed(start, radix);
    if (Cursor.isNamePart(cursor.peek())) {
      throw cursor.refuse(start, "a malformed number");
    }
    return number;
  }

  private int radix() {
    if (cursor.peek() != '0') {
      return 10;
    }
    return switch (cursor.peek(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private Literal prefixed(int start, int radix) {
    cursor.advance(2);
    cursor.take('_');
    String digits = digits(radix);
    if (digits.isEmpty()) {
      throw cursor.refuse(start, "a malformed number");
    }
    return whole(start, digits, radix);
  }

  private Literal decimal(int start) {
    String digits = digits(10);
    StringBuilder real = new StringBuilder(digits);
    if (cursor.take('.')) {
      real.append('.').append(digits(10));
    }
    exponent(real);
    if (cursor.peek() == 'j' || cursor.peek() == 'J') {
      throw cursor.refuse(start, "a complex number, which is not supported");
    }
    if (real.length() > digits.length()) {
      return new Literal.Real(Double.parseDouble(real.toString()));
    }
    if (digits.startsWith("0") && digits.chars().anyMatch(c -> c != '0')) {
      throw cursor.refuse(start, "a whole number with leading zeros");
    }
    return whole(start, digits, 10);
  }

  private void exponent(StringBuilder real) {
    boolean signed = cursor.peek(1) == '+' || cursor.peek(1) == '-';
    if ((cursor.peek() == 'e' || cursor.peek() == 'E')
        && Cursor.isDigit(cursor.peek(signed ? 2 : 1))) {
      real.append('e');
      if (signed) {
        real.append((char) cursor.peek(1));
      }
      cursor.advance(signed ? 2 : 1);
      real.append(digits(10));
    }
  }

  private Literal whole(int start, String digits, int radix) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(radix - 1);
    if (digits.length() <= (radix == 10 ? MOST_DIGITS : TOO_BIG.bitLength() / bits + 1)) {
      BigInteger value = new BigInteger(digits, radix);
      if (value.compareTo(TOO_BIG) < 0) {
        return new Literal.Int(value);
      }
    }
    throw cursor.refuse(start, "a whole number of more than " + MOST_DIGITS + " digits");
  }

  /* Single underscores may stand between digits. */
  private String digits(int radix) {
    StringBuilder digits = new StringBuilder();
    while (isDigit(cursor.peek(), radix)
        || (cursor.peek() == '_' && digits.length() > 0 && isDigit(cursor.peek(1), radix))) {
      if (cursor.peek() != '_') {
        digits.append((char) cursor.peek());
      }
      cursor.advance(1);
    }
    return digits.toString();
  }

  private static boolean isDigit(int c, int radix) {
    return c >= 0 && c < 128 && Character.digit(c, radix) >= 0;
  }
}
