package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.port.KeyRing;

/** What every {@link KeyRing} holds to. */
public abstract class KeyRingContract {

  /** A ring without keys. */
  protected abstract KeyRing empty();

  /** A key whose certificate is one in form only; its id is right. */
  protected static Key key(String alias) {
    byte[] der = {0x30, (byte) alias.length(), (byte) alias.hashCode(), 1, 2, 3};
    return new Key(
        new KeyId(HexFormat.ofDelimiter(":").withUpperCase().formatHex(md5(der))),
        alias,
        "cmkadmin",
        Instant.parse("2017-08-13T20:50:47.534146Z"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        alias.isEmpty(),
        Literal.Dict.EMPTY.with("future", Literal.text(alias)));
  }

  private static byte[] md5(byte[] der) {
    try {
      return MessageDigest.getInstance("MD5").digest(der);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  @Test
  void holdsNoKeysAtFirst() {
    assertEquals(List.of(), empty().keys());
    assertEquals(Optional.empty(), empty().find(key("a").id()));
  }

  @Test
  void keepsKeysInTheOrderInWhichTheyAreAdded() {
    KeyRing ring = empty();
    List<String> aliases = List.of("z", "yy", "a", "j", "i", "h", "g", "f", "e", "d", "c", "b");
    aliases.forEach(alias -> ring.add(key(alias)));
    assertEquals(aliases, ring.keys().stream().map(Key::alias).toList());
  }

  @Test
  void findsAKeyAsItWasAdded() {
    KeyRing ring = empty();
    ring.add(key("other"));
    for (String alias : List.of("", "Schlüssel 'für' \"alles\"\n")) {
      Key added = key(alias);
      ring.add(added);
      Key found = ring.find(added.id()).orElseThrow();
      assertEquals(added.alias(), found.alias());
      assertEquals(added.owner(), found.owner());
      assertEquals(added.created(), found.created());
      assertEquals(added.certificate(), found.certificate());
      assertEquals(added.privateKey(), found.privateKey());
      assertEquals(added.downloaded(), found.downloaded());
      assertEquals(added.configuration().get("future"), found.configuration().get("future"));
    }
  }

  @Test
  void notesThatAKeyWasTakenOutAndKeepsAllElse() {
    KeyRing ring = empty();
    ring.add(key("other"));
    ring.add(key("a"));
    ring.markDownloaded(key("a").id());
    Key marked = ring.find(key("a").id()).orElseThrow();
    assertTrue(marked.downloaded());
    assertEquals(key("a").privateKey(), marked.privateKey());
    assertEquals(key("a").configuration().get("future"), marked.configuration().get("future"));
    assertFalse(ring.find(key("other").id()).orElseThrow().downloaded());
    assertEquals(List.of("other", "a"), ring.keys().stream().map(Key::alias).toList());
  }

  @Test
  void removesAKeyAndNoOther() {
    KeyRing ring = empty();
    List.of("a", "b", "c").forEach(alias -> ring.add(key(alias)));
    ring.remove(key("b").id());
    assertEquals(List.of("a", "c"), ring.keys().stream().map(Key::alias).toList());
    ring.add(key("b"));
    assertEquals(3, ring.keys().size());
  }

  @Test
  void refusesToMarkOrRemoveAKeyThatIsNotThere() {
    KeyRing ring = empty();
    ring.add(key("a"));
    KeyId unknown = key("b").id();
    for (var call :
        List.<Runnable>of(() -> ring.markDownloaded(unknown), () -> ring.remove(unknown))) {
      var refused = assertThrows(KeyException.class, call::run);
      assertTrue(refused.what().contains(unknown.value()), refused.what());
    }
    assertEquals(1, ring.keys().size());
  }

  @Test
  void refusesAKeyThatIsThereAndStaysAsItWas() {
    KeyRing ring = empty();
    ring.add(key("a"));
    List<Key> before = ring.keys();
    var refused = assertThrows(KeyException.class, () -> ring.add(key("a")));
    assertTrue(refused.what().contains(key("a").id().value()), refused.what());
    assertEquals(before, ring.keys());
  }
}
