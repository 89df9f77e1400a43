package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** A private key out of its encryption. Java can't wipe it: closing drops it. */
final class UnlockedKey implements OpenedKey {
  private final Key key;
  private @Nullable PrivateKey privateKey;

  UnlockedKey(Key key, PrivateKey privateKey) {
    this.key = key;
    this.privateKey = privateKey;
  }

  @Override
  public ArchiveCipher.Opening open(InputStream sealed) {
    try {
      return opening(ContainerHeader.read(sealed), sealed);
    } catch (IOException e) {
      throw ContainerCipher.closing(sealed, new UncheckedIOException(e));
    } catch (RuntimeException e) {
      throw ContainerCipher.closing(sealed, e);
    }
  }

  private OpeningStream opening(byte[] wrappedKey, InputStream sealed) {
    if (privateKey == null) {
      throw new IllegalStateException("Key " + key + " is closed");
    }
    try (ContentKey content = ContentKey.unwrap(wrappedKey, privateKey)) {
      PieceOpener opener = new ContainerOpener(sealed, content.cipher(Cipher.DECRYPT_MODE));
      return new OpeningStream(sealed, opener, content.authentication());
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          "The archive is sealed with another key than " + key + ", or its header is damaged",
          "Use the key that the backup's mkbackup.info names",
          e);
    }
  }

  @Override
  public void close() {
    privateKey = null;
  }
}
