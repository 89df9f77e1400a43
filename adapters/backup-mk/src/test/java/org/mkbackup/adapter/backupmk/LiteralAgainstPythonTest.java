package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mkbackup.domain.failure.ConfigurationException;

/** What is read, and what is refused, is what {@code ast.literal_eval} reads and refuses. */
class LiteralAgainstPythonTest {
  private static final String[] PARTS = {
    "[", "]", "(", ")", "{", "}", ",", ":", " ", "\n", "#c\n", "'a'", "1", "-", "set()", "None"
  };
  private static final String[] NUMBER_PARTS = {
    "0", "1", "7", "9", "_", ".", "e", "E", "+", "-", "0x", "0b", "0o", "f", "L"
  };
  private static final String[] STRING_PARTS = {
    "'",
    "'",
    "\"",
    "'''",
    "\\",
    "\\'",
    "\\n",
    "\\x4",
    "\\7",
    "\\u12",
    "\\U0001F6",
    "0A",
    "b",
    "r",
    "u",
    "\\N{DIGIT ONE}",
    "\n",
    "\\\n",
    "\r\n",
    "\r",
    " ",
    "ä",
    "€",
    "\\q",
    "x"
  };

  @Provide
  Arbitrary<List<String>> brackets() {
    return soup(PARTS, 12);
  }

  @Provide
  Arbitrary<List<String>> numbers() {
    return soup(NUMBER_PARTS, 6);
  }

  @Provide
  Arbitrary<List<String>> strings() {
    return soup(STRING_PARTS, 8).map(texts -> texts.stream().map(text -> "'" + text).toList());
  }

  /* Python refuses blanks behind the last line end, though not before one. */
  private static Arbitrary<List<String>> soup(String[] parts, int most) {
    return Arbitraries.of(parts)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(chosen -> String.join("", chosen).stripTrailing())
        .list()
        .ofSize(700);
  }

  @Property(tries = 4)
  void readsStructuresLikePython(@ForAll("brackets") List<String> texts) {
    assertReadLikePython(texts);
  }

  @Property(tries = 4)
  void readsNumbersLikePython(@ForAll("numbers") List<String> texts) {
    assertReadLikePython(texts);
  }

  @Property(tries = 4)
  void readsStringsLikePython(@ForAll("strings") List<String> texts) {
    assertReadLikePython(texts);
  }

  private static void assertReadLikePython(List<String> texts) {
    List<String> expected = withTexts(texts, PythonReference.read(texts));
    List<String> ours = texts.stream().map(LiteralAgainstPythonTest::read).toList();
    assertEquals(
        expected.stream().collect(Collectors.joining("\n")),
        withTexts(texts, ours).stream().collect(Collectors.joining("\n")));
  }

  private static List<String> withTexts(List<String> texts, List<String> answers) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(texts.get(i).replace("\n", "\\n").replace("\r", "\\r") + " -> " + answers.get(i));
    }
    return lines;
  }

  private static String read(String text) {
    try {
      return LiteralParser.read(Source.of("test", text))
          .map(PythonReference::code)
          .orElse(PythonReference.REFUSED);
    } catch (ConfigurationException e) {
      return PythonReference.REFUSED;
    }
  }
}
