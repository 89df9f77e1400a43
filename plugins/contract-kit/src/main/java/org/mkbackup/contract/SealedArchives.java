package org.mkbackup.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** A cipher with its keys, for the contract of {@link ArchiveCipher}. */
abstract class SealedArchives {
  protected abstract ArchiveCipher cipher();

  /** The key that the tests seal with and open. */
  protected abstract Key key();

  /** What opens {@link #key}. */
  protected abstract String passphrase();

  /** Another key, with whatever passphrase. */
  protected abstract Key otherKey();

  /** How many bytes of a container sealed with {@link #key} stand before the content. */
  protected abstract int headerLength();

  /** Text, so that no byte looks like padding. */
  protected static byte[] content(int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) ('A' + i * 31 % 57);
    }
    return content;
  }

  protected final byte[] seal(byte[] content) throws IOException {
    return seal(key(), content);
  }

  protected final byte[] seal(Key with, byte[] content) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = cipher().seal(with, sealed)) {
      sealing.write(content);
    }
    return sealed.toByteArray();
  }

  protected final byte[] open(byte[] sealed) throws IOException {
    try (OpenedKey opened = unlock()) {
      return readAll(opened, sealed);
    }
  }

  protected final OpenedKey unlock() {
    try (Passphrase passphrase = Passphrase.of(passphrase().toCharArray())) {
      return cipher().unlock(key(), passphrase);
    }
  }

  protected static byte[] readAll(OpenedKey opened, byte[] sealed) throws IOException {
    try (InputStream stream = opened.open(new ByteArrayInputStream(sealed))) {
      return stream.readAllBytes();
    }
  }
}
