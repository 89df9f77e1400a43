package org.mkbackup.application.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.InMemoryKeyMaker;
import org.mkbackup.contract.InMemoryKeyRing;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

class CreateKeyTest {
  private final InMemoryKeyRing ring = new InMemoryKeyRing();
  private final CreateKey createKey =
      new CreateKey(
          new InMemoryKeyMaker(Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC)),
          ring);

  @Test
  void theNewKeyIsStored() {
    Key key = run("office", 2048, "correct-horse");

    assertEquals(List.of(key.id()), ring.keys().stream().map(Key::id).toList());
    assertEquals("office", key.alias());
    assertFalse(key.downloaded());
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThrows(KeyException.class, () -> run("office", 2048, "elevenchars"));
    assertEquals(List.of(), ring.keys());
  }

  @Test
  void aKeyThatIsTooShortOrTooLongIsRefused() {
    assertThrows(UsageException.class, () -> run("office", 1024, "correct-horse"));
    assertThrows(UsageException.class, () -> run("office", 32768, "correct-horse"));
  }

  @Test
  void anAliasIsGivenOnceOnly() {
    Key first = run("office", 2048, "correct-horse");

    var refusal = assertThrows(UsageException.class, () -> run("office", 2048, "correct-horse"));

    assertTrue(refusal.what().endsWith("'office' already: " + first.id()), refusal.what());
    assertEquals(1, ring.keys().size());
  }

  @Test
  void anEmptyAliasIsRefused() {
    assertThrows(UsageException.class, () -> run(" ", 2048, "correct-horse"));
  }

  private Key run(String alias, int bits, String passphrase) {
    try (Passphrase secret = Passphrase.of(passphrase.toCharArray())) {
      return createKey.run(
          new CreateKey.Command(alias, "Checkmk Site heute", "cmkadmin", bits), secret);
    }
  }
}
