package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** Keys whose wrapped key is longer than Checkmk itself could read for years. */
class LongKeysTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @ParameterizedTest
  @ValueSource(ints = {4096, 16384})
  void sealAndOpen(int bits) throws IOException {
    Key key = key(bits);
    byte[] sealed = TestKeys.seal(key, CONTENT);
    assertEquals(bits / 8, ContainerHeader.read(new ByteArrayInputStream(sealed)).length);
    try (OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE)) {
      assertArrayEquals(CONTENT, TestKeys.open(opened, sealed));
    }
  }

  @Test
  void openNothingThatAShorterKeySealed() throws IOException {
    byte[] sealed = TestKeys.seal(TestKeys.rsa2048(), CONTENT);
    try (OpenedKey opened = TestKeys.unlock(key(4096), TestKeys.PASSPHRASE)) {
      assertThrows(KeyException.class, () -> TestKeys.open(opened, sealed));
    }
  }

  @Test
  void sealNothingThatAShorterKeyOpens() throws IOException {
    byte[] sealed = TestKeys.seal(key(4096), CONTENT);
    try (OpenedKey opened = TestKeys.unlock(TestKeys.rsa2048(), TestKeys.PASSPHRASE)) {
      assertThrows(KeyException.class, () -> TestKeys.open(opened, sealed));
    }
  }

  private static Key key(int bits) {
    return TestKeys.openssl("rsa" + bits + ".certificate.pem", "rsa" + bits + ".pbes2.pem");
  }
}
