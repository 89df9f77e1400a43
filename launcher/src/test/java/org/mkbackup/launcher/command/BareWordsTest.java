package org.mkbackup.launcher.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.UsageException;

class BareWordsTest {

  @Test
  void theyGoBehindTheOptions() {
    assertArrayEquals(
        words("backup", "heute", "--no-past", "--", "-"),
        BareWords.asPositional(words("backup", "heute", "-", "--no-past")));
  }

  @Test
  void anEmptyOneIsRefusedSinceTheNextWouldBeTakenForIt() {
    UsageException refusal =
        assertThrows(
            UsageException.class,
            () -> BareWords.asPositional(words("extract", "--to", "", "heute/etc")));

    assertTrue(refusal.what().contains("Argument 3"), refusal::what);
    assertArrayEquals(words("a", "--", ""), BareWords.asPositional(words("a", "--", "")));
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
