package org.mkbackup.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/** The content of a container of the {@link InMemoryArchiveCipher}, coming in. */
final class PiecesInput extends ArchiveCipher.Opening {
  private final byte mask;
  private final AuthenticationKey authentication;
  private final InputStream sealed;
  private int left;
  private boolean ended;

  PiecesInput(byte[] header, byte mask, InputStream sealed) {
    this.mask = mask;
    this.authentication = InMemoryAuthenticationKey.of(header);
    this.sealed = sealed;
  }

  @Override
  public AuthenticationKey authentication() {
    return authentication;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      left = ByteBuffer.wrap(exactly(Integer.BYTES)).getInt();
      ended = left == 0;
      if (ended && sealed.read() >= 0) {
        throw new ArchiveException("The sealed archive goes on behind its end", "");
      }
    }
    if (ended) {
      return -1;
    }
    byte[] piece = exactly(Math.min(length, left));
    for (int i = 0; i < piece.length; i++) {
      bytes[offset + i] = (byte) (piece[i] ^ mask);
    }
    left -= piece.length;
    return piece.length;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = sealed.readNBytes(length);
    if (bytes.length < length) {
      throw new ArchiveException("The sealed archive was cut off", "Restore another backup");
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    authentication.close();
    sealed.close();
  }
}
