package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;
import org.mkbackup.domain.port.KeyMaker;

/** What every {@link KeyMaker} promises of the keys that it makes. */
public abstract class KeyMakerContract {
  /** With characters of one to four bytes in UTF-8. */
  protected static final String PASSPHRASE = "Schlüssel №7 🔑";

  private static final Instant NOW = Instant.parse("2026-11-23T00:08:59.123456Z");

  protected abstract KeyMaker maker(Clock clock);

  /** A cipher that takes the keys of this maker. */
  protected abstract ArchiveCipher cipher();

  @Test
  void makesAKeyThatSealsAndOpens() throws IOException {
    Key key = make();
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = cipher().seal(key, sealed)) {
      sealing.write("content".getBytes(UTF_8));
    }
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray());
        OpenedKey opened = cipher().unlock(key, passphrase);
        InputStream stream = opened.open(new ByteArrayInputStream(sealed.toByteArray()))) {
      assertArrayEquals("content".getBytes(UTF_8), stream.readAllBytes());
    }
  }

  @Test
  void makesAKeyThatAnotherPassphraseDoesNotOpen() {
    Key key = make();
    try (Passphrase wrong = Passphrase.of("Schl?ssel ?7 ?".toCharArray())) {
      assertThrows(KeyException.class, () -> cipher().unlock(key, wrong).close());
    }
  }

  @Test
  void makesTheKeyThatWasAskedFor() {
    Key key = make();
    assertEquals("Nachts", key.alias());
    assertEquals("cmkadmin", key.owner());
    assertEquals(Instant.parse("2026-11-23T00:08:59Z"), key.created());
    assertFalse(key.downloaded());
  }

  @Test
  void makesTheDictionaryThatTheKeyFileHolds() {
    Key key = make();
    assertEquals(
        Map.of(
            Literal.text("alias"), Literal.text("Nachts"),
            Literal.text("certificate"), Literal.text(key.certificate()),
            Literal.text("date"), new Literal.Real(1795392539),
            Literal.text("not_downloaded"), Literal.bool(true),
            Literal.text("owner"), Literal.text("cmkadmin"),
            Literal.text("private_key"), Literal.text(key.privateKey())),
        key.configuration().entries());
  }

  @Test
  void makesPemTexts() {
    Key key = make();
    assertTrue(key.certificate().startsWith("-----BEGIN CERTIFICATE-----\n"));
    assertTrue(key.certificate().endsWith("\n-----END CERTIFICATE-----\n"));
    assertTrue(key.privateKey().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assertTrue(key.privateKey().endsWith("\n-----END ENCRYPTED PRIVATE KEY-----\n"));
  }

  @Test
  void makesAnotherKeyEachTime() {
    KeyMaker maker = maker(Clock.fixed(NOW, ZoneOffset.UTC));
    assertNotEquals(make(maker).id(), make(maker).id());
  }

  @Test
  void readsAKeyOutOfItsOwnFileInEitherOrder() throws IOException {
    Key key = make();
    KeyMaker maker = maker(Clock.fixed(NOW, ZoneOffset.UTC));
    String pem = maker.pem(key);
    assertTrue(pem.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), "Checkmk looks for it");
    assertTrue(pem.endsWith("\n-----END CERTIFICATE-----\n"), "Checkmk looks for it");
    for (String file :
        List.of(pem, "Bag\n" + key.certificate() + "text\n" + key.privateKey() + "end")) {
      Key read = maker.read("Neu", "me", file);
      assertEquals(key.id(), read.id());
      assertEquals("Neu", read.alias());
      assertEquals("me", read.owner());
      assertEquals(Instant.parse("2026-11-23T00:08:59Z"), read.created());
      assertTrue(read.downloaded());
      assertEquals(Optional.of(Literal.bool(false)), read.configuration().get("not_downloaded"));
      assertEquals(6, read.configuration().entries().size());
      try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
        cipher().unlock(read, passphrase).close();
      }
    }
  }

  @Test
  void refusesAFileThatHoldsNoKeyOrSeveral() {
    Key key = make();
    KeyMaker maker = maker(Clock.fixed(NOW, ZoneOffset.UTC));
    String body = key.privateKey().lines().skip(1).findFirst().orElseThrow();
    for (String file :
        List.of(
            "",
            "no key",
            key.certificate(),
            key.privateKey(),
            key.certificate() + maker.pem(key),
            maker.pem(key) + key.privateKey(),
            key.certificate() + key.privateKey().replace("ENCRYPTED ", ""),
            key.privateKey() + key.certificate().replaceAll("(?m)^[^-]+$", "?"))) {
      var refused = assertThrows(KeyException.class, () -> maker.read("a", "b", file));
      assertFalse(refused.getMessage().contains(body), "It holds nothing of the file");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 2047, 16385, Integer.MAX_VALUE})
  void refusesLengthsOutOfRange(int bits) {
    KeyMaker maker = maker(Clock.fixed(NOW, ZoneOffset.UTC));
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
      UsageException refused =
          assertThrows(
              UsageException.class,
              () -> maker.make("Nachts", "Checkmk Site heute", "cmkadmin", bits, passphrase));
      assertTrue(refused.what().contains(Integer.toString(bits)), refused::what);
    }
  }

  protected final Key make() {
    return make(maker(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static Key make(KeyMaker maker) {
    try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
      return maker.make("Nachts", "Checkmk Site heute", "cmkadmin", 2048, passphrase);
    }
  }
}
