package org.mkbackup.adapter.backupmk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mkbackup.domain.data.Literal;

/**
 * The form of the key file: {@code keys.update({1: {...}})}, also {@code keys = {...}} or the bare
 * dictionary, any number of them one after the other. To Python it is a program; here it is data,
 * and nothing else is read. Entries add up; of several with one number the last counts.
 */
final class KeyStatements {
  private final Cursor cursor;
  private final LiteralParser parser;
  private final Map<Literal, Literal> entries = new LinkedHashMap<>();

  private KeyStatements(Cursor cursor) {
    this.cursor = cursor;
    this.parser = new LiteralParser(cursor);
  }

  /** All entries by their numbers. */
  static Literal.Dict read(Source source) {
    Cursor cursor = new Cursor(source);
    KeyStatements statements = new KeyStatements(cursor);
    cursor.nextStatement();
    while (cursor.peek() != Cursor.END) {
      statements.statement();
      cursor.skipBlanks();
      if (cursor.peek() != '\n' && cursor.peek() != Cursor.END) {
        throw cursor.missing("the end of the line");
      }
      cursor.nextStatement();
    }
    return new Literal.Dict(statements.entries);
  }

  /** The text of a file with these entries. */
  static String print(Literal.Dict entries) {
    return "keys.update(" + LiteralPrinter.print(entries) + ")\n";
  }

  private void statement() {
    int start = cursor.at();
    if (cursor.peek() == '{') {
      dict();
      return;
    }
    boolean isKeys = cursor.name().equals("keys");
    cursor.skipBlanks();
    if (isKeys && cursor.take('=')) {
      dict();
    } else if (isKeys && isUpdate()) {
      cursor.open();
      dict();
      cursor.skipBlanks();
      cursor.take(',');
      cursor.requireClose(')');
    } else {
      throw cursor.refuse(start, "something else than keys.update({...}) or keys = {...}");
    }
  }

  private boolean isUpdate() {
    if (!cursor.take('.')) {
      return false;
    }
    cursor.skipBlanks();
    boolean isUpdate = cursor.name().equals("update");
    cursor.skipBlanks();
    return isUpdate && cursor.peek() == '(';
  }

  private void dict() {
    cursor.skipBlanks();
    int start = cursor.at();
    if (!(parser.value() instanceof Literal.Dict dict)) {
      throw cursor.refuse(start, "something else than a dictionary of keys");
    }
    entries.putAll(dict.entries());
  }
}
