package org.mkbackup.adapter.backupmk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.data.Literal;

/**
 * Reads Python literals as {@code ast.literal_eval} of CPython does; nothing is evaluated. Left out
 * are complex numbers and the ellipsis, which no configuration holds.
 */
final class LiteralParser {
  private final Cursor cursor;
  private final Strings strings;
  private final Numbers numbers;

  LiteralParser(Cursor cursor) {
    this.cursor = cursor;
    this.strings = new Strings(cursor);
    this.numbers = new Numbers(cursor);
  }

  /** The literal that a file holds; empty if it has blanks and comments only. */
  static Optional<Literal> read(Source source) {
    Cursor cursor = new Cursor(source);
    cursor.nextStatement();
    if (cursor.peek() == Cursor.END) {
      return Optional.empty();
    }
    Literal value = new LiteralParser(cursor).statement();
    cursor.skipLines();
    if (cursor.peek() != Cursor.END) {
      throw cursor.missing("the end of the file");
    }
    return Optional.of(value);
  }

  /* A tuple needs no parentheses here. */
  private Literal statement() {
    Literal first = value();
    cursor.skipBlanks();
    if (cursor.peek() != ',') {
      return first;
    }
    List<Literal> items = new ArrayList<>(List.of(first));
    while (cursor.take(',')) {
      cursor.skipBlanks();
      if (cursor.peek() == '\n' || cursor.peek() == Cursor.END) {
        break;
      }
      items.add(value());
      cursor.skipBlanks();
    }
    return new Literal.Tuple(items);
  }

  /** The value that stands here, after blanks. */
  Literal value() {
    cursor.skipBlanks();
    if (strings.isHere()) {
      return strings.read();
    }
    if (numbers.isHere()) {
      return numbers.read();
    }
    return switch (cursor.peek()) {
      case '(' -> parentheses();
      case '[' -> list();
      case '{' -> braces();
      case '+', '-' -> signed();
      default -> named();
    };
  }

  private Literal parentheses() {
    cursor.open();
    if (cursor.close(')')) {
      return new Literal.Tuple(List.of());
    }
    Literal first = value();
    if (cursor.close(')')) {
      return first;
    }
    List<Literal> items = new ArrayList<>(List.of(first));
    requireComma(')');
    while (!cursor.close(')')) {
      items.add(value());
      separator(')');
    }
    return new Literal.Tuple(items);
  }

  private Literal list() {
    cursor.open();
    List<Literal> items = new ArrayList<>();
    while (!cursor.close(']')) {
      items.add(value());
      separator(']');
    }
    return new Literal.Sequence(items);
  }

  private Literal braces() {
    cursor.open();
    if (cursor.close('}')) {
      return Literal.Dict.EMPTY;
    }
    Entries entries = new Entries();
    boolean isDict = entry(entries);
    separator('}');
    while (!cursor.close('}')) {
      int start = cursor.at();
      if (entry(entries) != isDict) {
        throw cursor.refuse(start, "an entry with and one without ':' in one pair of braces");
      }
      separator('}');
    }
    return isDict ? entries.dict() : entries.set();
  }

  private boolean entry(Entries entries) {
    int start = cursor.at();
    Literal key = value();
    cursor.skipBlanks();
    boolean hasValue = cursor.take(':');
    if (!entries.put(key, hasValue ? value() : key)) {
      throw cursor.refuse(start, "a list, set or dictionary in the place of a key");
    }
    return hasValue;
  }

  /* A comma, unless the bracket closes; it is left for the caller to take. */
  private void separator(char bracket) {
    cursor.skipBlanks();
    if (cursor.peek() != bracket) {
      requireComma(bracket);
    }
  }

  private void requireComma(char bracket) {
    cursor.skipBlanks();
    if (!cursor.take(',')) {
      throw cursor.missing("',' or '" + bracket + "'");
    }
  }

  private Literal signed() {
    boolean negative = cursor.peek() == '-';
    cursor.advance(1);
    cursor.skipBlanks();
    int parentheses = 0;
    for (; cursor.peek() == '('; parentheses++) {
      cursor.open();
      cursor.skipBlanks();
    }
    if (!numbers.isHere()) {
      throw cursor.missing("a number");
    }
    Literal number = numbers.read();
    for (; parentheses > 0; parentheses--) {
      cursor.requireClose(')');
    }
    return negative ? negated(number) : number;
  }

  private static Literal negated(Literal number) {
    if (number instanceof Literal.Int whole) {
      BigInteger value = whole.value();
      return new Literal.Int(value.negate());
    }
    return new Literal.Real(-((Literal.Real) number).value());
  }

  private Literal named() {
    int start = cursor.at();
    return switch (cursor.name()) {
      case "None" -> Literal.none();
      case "True" -> Literal.bool(true);
      case "False" -> Literal.bool(false);
      case "set" -> emptySet(start);
      case "" -> throw cursor.missing("a value");
      default -> throw cursor.refuse(start, "a name where a value should stand");
    };
  }

  private Literal emptySet(int start) {
    cursor.skipBlanks();
    if (cursor.peek() != '(') {
      throw cursor.refuse(start, "a name where a value should stand");
    }
    cursor.open();
    cursor.requireClose(')');
    return new Literal.SetOf(List.of());
  }
}
