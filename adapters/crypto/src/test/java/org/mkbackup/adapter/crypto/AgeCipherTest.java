package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.ArchiveCipherContract;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher;

class AgeCipherTest extends ArchiveCipherContract {
  private final ArchiveCipher cipher = new AgeCipher();

  @Override
  protected ArchiveCipher cipher() {
    return cipher;
  }

  @Override
  protected Key key() {
    return TestKeys.rsa2048();
  }

  @Override
  protected String passphrase() {
    return TestKeys.PASSPHRASE;
  }

  @Override
  protected Key otherKey() {
    return TestKeys.stock();
  }

  @Override
  protected int headerLength() {
    return AgeFiles.HEADER;
  }

  @Test
  void whomAForeignFileIsSealedForIsTold() throws Exception {
    SshKey other = SshKey.of(Certificates.publicKey(TestKeys.stock()));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    String someone = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    cipher.alsoFor(List.of(someone)).seal(TestKeys.stock(), sealed).close();

    KeyException refused =
        assertThrows(
            KeyException.class,
            () -> {
              try (ArchiveCipher.OpenedKey key = AgeFiles.unlock()) {
                key.open(new ByteArrayInputStream(sealed.toByteArray())).close();
              }
            });

    assertTrue(
        refused
            .what()
            .startsWith("The archive is sealed for ssh-rsa " + other.tag() + ", X25519, and not"),
        refused::what);
    assertTrue(
        refused.what().endsWith(SshKey.of(Certificates.publicKey(key())).tag() + ")"),
        refused::what);
    assertTrue(refused.hint().contains("age -d"), refused::hint);
  }
}
