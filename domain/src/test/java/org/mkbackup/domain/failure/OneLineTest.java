package org.mkbackup.domain.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @ParameterizedTest
  @ValueSource(chars = {'\n', '\r', '\u001b', '\u0085', '\u009b', '\u2028', '\u202e', '\u2067'})
  void whatDoesSomethingToATerminalIsReplaced(char does) {
    assertEquals("a?b", OneLine.of("a" + does + "b"));
  }

  @Test
  void textOfAnyLanguageStays() {
    String text = "Jede Nacht f\u00fcr \u05e2\u05d1\u05e8 \uD83D\uDCBE";
    assertEquals(text, OneLine.of(text));
  }
}
