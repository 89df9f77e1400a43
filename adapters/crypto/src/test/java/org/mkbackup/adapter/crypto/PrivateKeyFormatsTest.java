package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** Every way in which private keys of key files were ever encrypted, as OpenSSL writes it. */
class PrivateKeyFormatsTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pbes2-sha1-aes-128-cbc",
        "pbes2-sha1-aes-192-cbc",
        "pbes2-sha1-aes-256-cbc",
        "pbes2-sha1-des3",
        "pbes2-sha256-aes-128-cbc",
        "pbes2-sha256-aes-192-cbc",
        "pbes2-sha256-aes-256-cbc",
        "pbes2-sha256-des3",
        "pbes2-scrypt-aes-256-cbc",
        "pbes1-md5-des",
        "pbes1-sha1-3des",
        "legacy-des3",
        "legacy-aes128",
        "legacy-aes192",
        "legacy-aes256"
      })
  void opensWithItsPassphraseOnly(String format) throws IOException {
    Key key = rsa2048(format);
    try (OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE)) {
      assertArrayEquals(CONTENT, TestKeys.open(opened, TestKeys.seal(key, CONTENT)));
    }
    KeyException refused =
        assertThrows(KeyException.class, () -> TestKeys.unlock(key, "Schlussel Nr7").close());
    assertEquals("The passphrase does not open key " + key, refused.what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain-pkcs8", "plain-traditional"})
  void refusesAPrivateKeyThatIsNotEncrypted(String format) {
    KeyException refused = refuse(rsa2048(format));
    assertTrue(refused.what().endsWith("is not protected by a passphrase"), refused::what);
  }

  @Test
  void refusesAPrivateKeyThatIsNotTheCertificates() {
    KeyException refused =
        refuse(TestKeys.openssl("rsa4096.certificate.pem", "rsa2048.legacy-aes128.pem"));
    assertTrue(refused.what().endsWith("don't belong together"), refused::what);
  }

  @Test
  void refusesAPrivateKeyThatIsNotRsa() {
    KeyException refused = refuse(TestKeys.openssl("rsa2048.certificate.pem", "ec.pbes2.pem"));
    assertTrue(refused.what().endsWith("is no RSA key"), refused::what);
  }

  @Test
  void refusesACertificateInPlaceOfAPrivateKey() {
    KeyException refused =
        refuse(TestKeys.openssl("rsa2048.certificate.pem", "rsa2048.certificate.pem"));
    assertTrue(refused.what().endsWith("is no PEM private key"), refused::what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BF-CBC", "AES-128-ECB", "nonsense"})
  void namesALegacyCipherThatItDoesNotKnow(String cipher) {
    Key known = rsa2048("legacy-aes128");
    KeyException refused =
        refuse(
            TestKeys.key(
                known.id(),
                known.certificate(),
                known.privateKey().replace("AES-128-CBC", cipher)));
    assertTrue(refused.what().endsWith("in an unsupported way: " + cipher), refused::what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: \n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\njunk!\n"
      })
  void refusesWhatIsNoPem(String text) {
    Key key = rsa2048("legacy-aes128");
    KeyException refused = refuse(TestKeys.key(key.id(), key.certificate(), text));
    assertTrue(refused.what().endsWith("can't be read"), refused::what);
  }

  @Property(tries = 150)
  void opensOrRefusesADamagedPem(@ForAll @IntRange(max = 1700) int at, @ForAll char replacement) {
    Key whole = rsa2048("legacy-aes128");
    StringBuilder damaged = new StringBuilder(whole.privateKey());
    damaged.setCharAt(at, replacement);
    Key key = TestKeys.key(whole.id(), whole.certificate(), damaged.toString());
    try (OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE)) {
      assertNotNull(opened);
    } catch (KeyException refused) {
      assertTrue(refused.what().contains(key.toString()), refused::what);
    }
  }

  private static KeyException refuse(Key key) {
    KeyException refused =
        assertThrows(KeyException.class, () -> TestKeys.unlock(key, TestKeys.PASSPHRASE).close());
    assertTrue(refused.what().contains(key.toString()), refused::what);
    return refused;
  }

  private static Key rsa2048(String format) {
    return TestKeys.openssl("rsa2048.certificate.pem", "rsa2048." + format + ".pem");
  }
}
