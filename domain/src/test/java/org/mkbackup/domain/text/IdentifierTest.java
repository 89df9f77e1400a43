package org.mkbackup.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.UsageException;

class IdentifierTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "A-1_b", "nightly--", "_-"})
  void acceptsLettersDigitsDashesAndUnderscores(String id) {
    assertEquals(id, Identifier.check("job", id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "-a", "a b", "a\n", "\na", "ä", "a/b", "..", "a+b", "a\0"})
  void refusesAllElseAndNamesIt(String id) {
    var refused = assertThrows(UsageException.class, () -> Identifier.check("job", id));
    assertTrue(refused.what().endsWith("is not a legal job id"), refused.what());
    assertEquals(1, refused.what().lines().count());
  }
}
