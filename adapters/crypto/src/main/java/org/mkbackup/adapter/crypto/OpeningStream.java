package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * Reads the content of a container whose header has been read. Padding is taken off at the very end
 * only. Large reads are decrypted where the reader wants them.
 */
final class OpeningStream extends ArchiveCipher.Opening {
  private static final int PIECE = 64 * 1024;

  private final InputStream sealed;
  private final Cipher cipher;
  private final AuthenticationKey authentication;
  private final byte[] piece = new byte[PIECE];
  /* The cipher may give out a block more than came in. */
  private final byte[] plain = new byte[PIECE + ContentKey.BLOCK];
  private final byte[] single = new byte[1];
  private int position;
  private int limit;
  private long count;
  private boolean ended;
  private boolean closed;
  /* Kept, because a cipher that failed at its end is in no defined state. */
  private @Nullable ArchiveException failure;

  OpeningStream(InputStream sealed, Cipher cipher, AuthenticationKey authentication) {
    this.sealed = sealed;
    this.cipher = cipher;
    this.authentication = authentication;
  }

  @Override
  public AuthenticationKey authentication() {
    return authentication;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (closed) {
      throw new IOException("The opened archive is closed");
    }
    if (length == 0) {
      return 0;
    }
    if (position == limit) {
      if (length >= PIECE) {
        return decrypt(bytes, offset, length);
      }
      position = 0;
      limit = 0; // also if the next line fails
      limit = Math.max(0, decrypt(plain, 0, plain.length));
      if (limit == 0) {
        return -1;
      }
    }
    int taken = Math.min(length, limit - position);
    System.arraycopy(plain, position, bytes, offset, taken);
    position += taken;
    return taken;
  }

  private int decrypt(byte[] target, int offset, int room) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int most = Math.min(PIECE, room - ContentKey.BLOCK);
    while (!ended) {
      int read = sealed.read(piece, 0, most);
      int opened = read < 0 ? end(target, offset) : update(read, target, offset);
      if (opened > 0) {
        return opened;
      }
    }
    return -1;
  }

  private int update(int length, byte[] target, int offset) {
    count += length;
    try {
      return cipher.update(piece, 0, length, target, offset);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("The cipher gives out more than a block ahead", e);
    }
  }

  private int end(byte[] target, int offset) {
    if (count == 0 || count % ContentKey.BLOCK != 0) {
      throw failed(
          new ArchiveException(
              "The sealed archive ends after " + count + " bytes of content, within a block",
              "It was cut off: restore another backup"));
    }
    try {
      int opened = cipher.doFinal(target, offset);
      ended = true;
      return opened;
    } catch (GeneralSecurityException e) {
      throw failed(
          new ArchiveException(
              "The sealed archive's " + count + " bytes of content don't end as they should",
              "It is damaged or was cut off: restore another backup",
              e));
    }
  }

  private ArchiveException failed(ArchiveException found) {
    failure = found;
    return found;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    authentication.close();
    sealed.close();
  }
}
