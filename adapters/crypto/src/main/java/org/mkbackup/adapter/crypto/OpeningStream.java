package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/** Reads the content of a sealed archive. Large reads are opened where the reader wants them. */
final class OpeningStream extends ArchiveCipher.Opening {
  private final InputStream sealed;
  private final PieceOpener opener;
  private final AuthenticationKey authentication;
  private final byte[] plain = new byte[PieceOpener.PIECE];
  private final byte[] single = new byte[1];
  private int position;
  private int limit;
  private boolean closed;
  /* Kept, because a cipher that failed is in no defined state. */
  private @Nullable ArchiveException failure;

  /**
   * Content whose header has been read.
   *
   * @param sealed what the opener reads; closed with this
   */
  OpeningStream(InputStream sealed, PieceOpener opener, AuthenticationKey authentication) {
    this.sealed = sealed;
    this.opener = opener;
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
      if (length >= PieceOpener.PIECE) {
        int opened = next(bytes, offset, length);
        return opened == 0 ? -1 : opened;
      }
      position = 0;
      limit = 0; // also if the next line fails
      limit = next(plain, 0, plain.length);
      if (limit == 0) {
        return -1;
      }
    }
    int taken = Math.min(length, limit - position);
    System.arraycopy(plain, position, bytes, offset, taken);
    position += taken;
    return taken;
  }

  private int next(byte[] target, int offset, int room) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return opener.next(target, offset, room);
    } catch (ArchiveException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    opener.close();
    authentication.close();
    sealed.close();
  }
}
