package org.mkbackup.adapter.crypto;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * Container version 2: a header with a fresh AES-256 key, wrapped with RSAES-OAEP (SHA-1, MGF1 with
 * SHA-1, empty label), and the content in AES-256-CBC with PKCS#7 padding and a zero IV.
 */
final class ContainerCipher implements ArchiveCipher {
  private final SecureRandom random;

  ContainerCipher(SecureRandom random) {
    this.random = random;
  }

  @Override
  public SealFormat format() {
    return SealFormat.CHECKMK;
  }

  @Override
  public ArchiveCipher alsoFor(List<String> recipients) {
    if (recipients.isEmpty()) {
      return this;
    }
    throw new ConfigurationException(
        "Archives of the format " + format().id() + " can't be sealed to other recipients",
        "Set encryption.format to " + SealFormat.AGE.id() + ", or leave out encryption.recipients");
  }

  @Override
  public Sealing seal(Key key, OutputStream sink) {
    try (ContentKey content = ContentKey.random(random)) {
      byte[] wrapped = content.wrap(Certificates.publicKey(key));
      PieceSealer sealer =
          new ContainerSealer(ContainerHeader.of(wrapped), content.cipher(Cipher.ENCRYPT_MODE));
      return new SealingStream(sealer, content.authentication(), sink);
    } catch (GeneralSecurityException e) {
      throw closing(
          sink,
          new KeyException(
              "Key " + key + " can't seal archives: " + e.getMessage(), "Choose another key", e));
    } catch (RuntimeException e) {
      throw closing(sink, e);
    }
  }

  @Override
  public OpenedKey unlock(Key key, Passphrase passphrase) {
    return new UnlockedKey(key, PrivateKeys.ofPair(key, passphrase));
  }

  /** What was taken over is closed in a failure, too. */
  static RuntimeException closing(Closeable taken, RuntimeException failure) {
    try {
      taken.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
