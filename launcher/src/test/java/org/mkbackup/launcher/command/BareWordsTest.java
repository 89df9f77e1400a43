package org.mkbackup.launcher.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BareWordsTest {

  @Test
  void theyGoBehindTheOptions() {
    assertArrayEquals(
        words("backup", "heute", "--no-past", "--", "-", ""),
        BareWords.asPositional(words("backup", "heute", "-", "", "--no-past")));
  }

  @Test
  void whatFollowsTheEndOfOptionsStaysThere() {
    assertArrayEquals(
        words("backup", "--", "-", "-x"), BareWords.asPositional(words("backup", "-", "--", "-x")));
  }

  @Test
  void withoutThemNothingChanges() {
    assertArrayEquals(
        words("backup", "--", "-"), BareWords.asPositional(words("backup", "--", "-")));
  }

  private static String[] words(String... words) {
    return words;
  }
}
