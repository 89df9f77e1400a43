package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;

class WrongPassphrasesTest {

  /** One in 256 wrong passphrases decrypts to well-formed padding; these do so for these keys. */
  @ParameterizedTest
  @CsvSource({
    "legacy-des3, wrong 242",
    "legacy-des3, wrong 1100",
    "legacy-des3, wrong 1321",
    "legacy-aes256, wrong 58",
    "legacy-aes256, wrong 111",
    "pbes1-md5-des, wrong 138",
    "pbes1-sha1-3des, wrong 564",
    "pbes1-sha1-3des, wrong 982",
    "pbes2-sha256-aes-256-cbc, wrong 717",
    "pbes2-sha256-aes-256-cbc, wrong 1076",
  })
  void areRefusedWhereThePaddingHappensToFit(String format, String wrong) {
    Key key = TestKeys.openssl("rsa2048.certificate.pem", "rsa2048." + format + ".pem");
    KeyException refused =
        assertThrows(KeyException.class, () -> TestKeys.unlock(key, wrong).close());
    assertEquals("The passphrase does not open key " + key, refused.what());
    assertFalse(
        Stream.<Throwable>iterate(refused, cause -> cause != null, Throwable::getCause)
            .anyMatch(InvalidCipherTextException.class::isInstance),
        "the padding doesn't fit: find such passphrases for these keys");
  }

  @Test
  void areRefusedWhereTheyAreNoUnicodeText() {
    KeyException refused =
        assertThrows(
            KeyException.class, () -> TestKeys.unlock(TestKeys.rsa2048(), "half \ud83d").close());
    assertEquals("The passphrase is no valid Unicode text", refused.what());
  }
}
