package org.mkbackup.adapter.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** Age files for the key of 2048 bits. */
final class AgeFiles {
  /** Version, stanza with its body in six lines, MAC and nonce. */
  static final int HEADER =
      "age-encryption.org/v1\n".length()
          + "-> ssh-rsa AAAAAA\n".length()
          + (342 + 6)
          + ("--- \n".length() + 43)
          + 16;

  private AgeFiles() {}

  static byte[] seal(byte[] content, String... recipients) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing =
        new AgeCipher().alsoFor(List.of(recipients)).seal(TestKeys.rsa2048(), sealed)) {
      sealing.write(content);
    }
    return sealed.toByteArray();
  }

  static byte[] open(byte[] sealed) throws IOException {
    try (OpenedKey key = unlock();
        InputStream stream = key.open(new ByteArrayInputStream(sealed))) {
      return stream.readAllBytes();
    }
  }

  static OpenedKey unlock() {
    try (Passphrase secret = Passphrase.of(TestKeys.PASSPHRASE.toCharArray())) {
      return new AgeCipher().unlock(TestKeys.rsa2048(), secret);
    }
  }

  /** The key as a recipient for the command. */
  static String recipient() {
    return line(SshKey.of(Certificates.publicKey(TestKeys.rsa2048())));
  }

  static String line(SshKey key) {
    return key.type() + " " + Base64.getEncoder().encodeToString(key.wire());
  }
}
