package org.mkbackup.domain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.UsageException;

class SiteNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "Heute_2", "abcdefghijklmnop"})
  void acceptsUpToSixteenLettersDigitsAndUnderscores(String name) {
    assertTrue(SiteName.isLegal(name));
    assertEquals(name, new SiteName(name).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a-b", "abcdefghijklmnopq", "a\n", "../x", "ä", "a b"})
  void refusesAllElse(String name) {
    assertFalse(SiteName.isLegal(name));
    assertThrows(UsageException.class, () -> new SiteName(name));
  }
}
