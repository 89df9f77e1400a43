package org.mkbackup.launcher.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BareDashTest {

  @Test
  void theDashGoesBehindTheOptions() {
    assertArrayEquals(
        words("backup", "heute", "--no-past", "--", "-"),
        BareDash.asPositional(words("backup", "heute", "-", "--no-past")));
  }

  @Test
  void whatFollowsTheEndOfOptionsStaysThere() {
    assertArrayEquals(
        words("backup", "--", "-", "-x"), BareDash.asPositional(words("backup", "-", "--", "-x")));
  }

  @Test
  void withoutADashNothingChanges() {
    assertArrayEquals(
        words("backup", "--", "-"), BareDash.asPositional(words("backup", "--", "-")));
  }

  private static String[] words(String... words) {
    return words;
  }
}
