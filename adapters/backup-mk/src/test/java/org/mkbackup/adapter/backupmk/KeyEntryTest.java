package org.mkbackup.adapter.backupmk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;

class KeyEntryTest {
  private final Literal.Dict entry = entryOfCheckmk();

  private static Literal.Dict entryOfCheckmk() {
    try (InputStream file = KeyEntryTest.class.getResourceAsStream("/backup_keys.mk")) {
      Source source = Source.decode("keys", Objects.requireNonNull(file).readAllBytes());
      return (Literal.Dict) KeyStatements.read(source).entries().values().iterator().next();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsAKeyOfCheckmk() {
    Key key = KeyEntry.read(entry).orElseThrow();
    assertEquals(new KeyId("C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76"), key.id());
    assertEquals("lala", key.alias());
    assertEquals("cmkadmin", key.owner());
    assertEquals(Instant.parse("2017-08-13T20:50:47.534146Z"), key.created());
    assertTrue(key.certificate().startsWith("-----BEGIN CERTIFICATE-----\n"));
    assertTrue(key.privateKey().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assertFalse(key.downloaded());
    assertEquals(entry, key.configuration());
  }

  @Test
  void writesAKeyOfCheckmkBackAsItWas() {
    assertEquals(entry, KeyEntry.of(KeyEntry.read(entry).orElseThrow()));
  }

  @Test
  void writesATimeFarAwayAsItWas() {
    Literal.Dict later = entry.with("date", new Literal.Real(15_026_574_471.5));
    assertEquals(later, KeyEntry.of(KeyEntry.read(later).orElseThrow()));
  }

  @Test
  void takesAKeyWithoutTheThingsThatAreForPeople() {
    Literal.Dict bare =
        Literal.Dict.EMPTY
            .with("certificate", entry.get("certificate").orElseThrow())
            .with("private_key", entry.get("private_key").orElseThrow())
            .with("alias", Literal.integer(7));
    Key key = KeyEntry.read(bare).orElseThrow();
    assertEquals("", key.alias());
    assertEquals(Instant.EPOCH, key.created());
    assertTrue(key.downloaded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "-5", "1e300", "'yesterday'", "None", "[]"})
  void takesAKeyWithASenselessDate(String date) {
    Literal senseless = LiteralParser.read(Source.of("test", date)).orElseThrow();
    assertEquals(
        Instant.EPOCH, KeyEntry.read(entry.with("date", senseless)).orElseThrow().created());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIC\n",
        "-----BEGIN CERTIFICATE-----\nMIIC!\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
      })
  void leavesOutAKeyWhoseCertificateCannotBeDecoded(String certificate) {
    assertEquals(
        Optional.empty(), KeyEntry.read(entry.with("certificate", Literal.text(certificate))));
  }

  @Test
  void leavesOutWhatIsNoKeyAtAll() {
    assertEquals(Optional.empty(), KeyEntry.read(Literal.text("key")));
    assertEquals(Optional.empty(), KeyEntry.read(entry.without("certificate")));
    assertEquals(Optional.empty(), KeyEntry.read(entry.without("private_key")));
    assertEquals(Optional.empty(), KeyEntry.read(entry.with("private_key", Literal.none())));
  }
}
