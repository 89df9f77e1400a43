package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;

class LiteralParserTest {

  private static Literal read(String text) {
    Source source = Source.decode("backup.mk", text.getBytes(StandardCharsets.UTF_8));
    return LiteralParser.read(source).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a\\'b'",
        "\"a'b\"",
        "u'a\\x27b'",
        "'''a'b'''",
        "\"\"\"a'b\"\"\"",
        "('a' \"'\" # and\n\t'b')",
        "'a' \\\n \"'b\"",
        "'a\\\n\\u0027b'",
        "'a\\47b'",
        "U'a\\N{APOSTROPHE}b'",
        "((\"a'b\"))",
      })
  void readsOneTextInManySpellings(String spelling) {
    assertEquals(Literal.text("a'b"), read(spelling));
  }

  @Test
  void readsEveryEscape() {
    assertEquals(
        Literal.text("\\'\"\u0007\b\f\n\r\t\u000B\0\u0001A\u20AC\uD83D\uDE00\\q"),
        read("'\\\\\\'\\\"\\a\\b\\f\\n\\r\\t\\v\\0\\1\\x41\\u20ac\\U0001F600\\q'"));
  }

  @Test
  void leavesEscapesAloneInRawTextsAndUnicodeOnesInBytes() {
    assertEquals(Literal.text("\\n\\'\\\\"), read("r'\\n\\'\\\\'"));
    assertEquals(
        new Literal.Bytes("\\u0041\\N{X}\u00ff\u00ff"), read("b'\\u0041\\N{X}\\xff\\777'"));
    assertEquals(new Literal.Bytes("\\xff"), read("Rb'\\xff'"));
  }

  @Test
  void readsUtf8AndAllLineEndsAsPythonDoes() {
    assertEquals(Literal.text("ä€\uD83D\uDE00\n\n"), read("'''ä€\uD83D\uDE00\r\n\r'''"));
  }

  @Test
  void readsNumbersOfAllKinds() {
    assertEquals(
        new Literal.Sequence(
            List.of(
                Literal.integer(255),
                Literal.integer(-8),
                Literal.integer(5),
                Literal.integer(1_000_000),
                new Literal.Int(BigInteger.TEN.pow(30)),
                new Literal.Real(-0.5),
                new Literal.Real(1e10),
                new Literal.Real(Double.POSITIVE_INFINITY))),
        read("[0xfF, -0o10, +0b1_01, 1_000_000, 1" + "0".repeat(30) + ", -.5, 1.e1_0, 1e999]"));
  }

  @Test
  void tellsTuplesFromParentheses() {
    assertEquals(Literal.integer(1), read("(1)"));
    assertEquals(new Literal.Tuple(List.of(Literal.integer(1))), read("(1,)"));
    assertEquals(new Literal.Tuple(List.of(Literal.integer(1), Literal.none())), read("1, None"));
    assertEquals(new Literal.Tuple(List.of()), read("()"));
  }

  @Test
  void tellsSetsFromDictionaries() {
    assertEquals(Literal.Dict.EMPTY, read("{}"));
    assertEquals(new Literal.SetOf(List.of()), read("set()"));
    assertEquals(new Literal.SetOf(List.of(Literal.integer(1))), read("{1, 1,}"));
    assertEquals(read("{1, 2.5}"), read("{2.5, 1}"));
  }

  @Test
  void keepsTheOrderOfADictionaryAndTheLastOfEqualKeys() {
    Literal.Dict dict = assertInstanceOf(Literal.Dict.class, read("{'b': 1, 'a': 2, 'b': 3}"));
    assertEquals(List.of("b", "a"), dict.keys());
    assertEquals(Optional.of(Literal.integer(3)), dict.get("b"));
    assertEquals(read("{1: 'c'}"), read("{1: 'a', 1.0: 'b', True: 'c'}"));
  }

  @Test
  void passesOverCommentsAndBlankLines() {
    String text = "# Written by hand\n\n  # more\n{ # here\n\n'a': [1, # there\n\t2,],\n} # end\n#";
    assertEquals(read("{'a': [1, 2]}"), read(text));
  }

  @Test
  void readsAFileOfBlanksAndCommentsAsNothing() {
    assertEquals(Optional.empty(), LiteralParser.read(Source.of("f", " \n# nothing\n\n")));
  }

  @Test
  void readsBracketsAsDeepAsPythonAllows() {
    Literal value = read("[".repeat(200) + "]".repeat(200));
    for (int level = 1; level < 200; level++) {
      value = assertInstanceOf(Literal.Sequence.class, value).items().get(0);
    }
    assertEquals(new Literal.Sequence(List.of()), value);
  }

  @Test
  void readsLargeFilesInOneGo() {
    int many = 200_000;
    assertEquals(
        many,
        assertInstanceOf(Literal.Sequence.class, read("[" + "-(1),\n".repeat(many) + "]"))
            .items()
            .size());
    assertEquals(
        many,
        assertInstanceOf(Literal.Text.class, read("(" + "'x'\n".repeat(many) + ")"))
            .value()
            .length());
  }
}
