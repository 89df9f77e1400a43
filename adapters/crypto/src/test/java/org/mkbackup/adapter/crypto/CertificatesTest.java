package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

class CertificatesTest {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final String PRIVATE_KEY = "rsa2048.legacy-aes128.pem";

  @ParameterizedTest
  @ValueSource(strings = {"expired", "sha1"})
  void oldCertificatesSealAndOpen(String kind) throws IOException {
    Key key = TestKeys.openssl("rsa2048." + kind + ".pem", PRIVATE_KEY);
    try (OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE)) {
      assertArrayEquals(CONTENT, TestKeys.open(opened, TestKeys.seal(key, CONTENT)));
    }
  }

  @Test
  void aCertificateWithoutRsaKeyIsRefused() {
    Key key = TestKeys.openssl("ec.certificate.pem", "ec.pbes2.pem");
    KeyException refused = assertThrows(KeyException.class, () -> TestKeys.seal(key, CONTENT));
    assertEquals("The certificate of key " + key + " holds no RSA key", refused.what());
  }

  @Test
  void aPrivateKeyInPlaceOfACertificateIsRefused() {
    Key key = TestKeys.openssl(PRIVATE_KEY, PRIVATE_KEY);
    KeyException refused = assertThrows(KeyException.class, () -> TestKeys.seal(key, CONTENT));
    assertTrue(refused.what().endsWith("is no X.509 certificate"), refused::what);
  }

  @Property(tries = 500)
  void aDamagedCertificateIsReadOrRefused(
      @ForAll @IntRange(max = 1191) int at, @ForAll char replacement) {
    Key key = TestKeys.rsa2048();
    StringBuilder damaged = new StringBuilder(key.certificate());
    damaged.setCharAt(at, replacement);
    Key tried = TestKeys.key(key.id(), damaged.toString(), key.privateKey());
    try {
      assertTrue(Certificates.publicKey(tried).getModulus().bitLength() <= 16384);
    } catch (KeyException refused) {
      assertTrue(refused.what().startsWith("The certificate of key " + key), refused::what);
    }
  }
}
