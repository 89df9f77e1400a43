package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * Reads the chunks of an age file whose header has been read. Nothing of a chunk is given out
 * before all of it was found good, and the end only if it is the one that was written. Large reads
 * are opened where the reader wants them.
 */
final class AgeOpeningStream extends ArchiveCipher.Opening {
  private static final String HINT = "Restore another backup";
  private static final int SEALED = AgeChunks.SIZE + AgeChunks.TAG;

  private final InputStream sealed;
  private final AgeChunks chunks;
  private final AuthenticationKey authentication;
  /* A byte more than a chunk tells whether another one follows. */
  private final byte[] chunk = new byte[SEALED + 1];
  private final byte[] plain = new byte[AgeChunks.SIZE];
  private final byte[] single = new byte[1];
  private int ahead;
  private int position;
  private int limit;
  private long count;
  private boolean ended;
  private boolean closed;
  private @Nullable ArchiveException failure;

  AgeOpeningStream(AgeHeader header, InputStream sealed) throws GeneralSecurityException {
    this.chunks = new AgeChunks(Cipher.DECRYPT_MODE, header.payload());
    this.authentication = header.authentication();
    this.sealed = sealed;
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
      if (length >= AgeChunks.SIZE) {
        int opened = next(bytes, offset);
        return opened == 0 ? -1 : opened;
      }
      position = 0;
      limit = 0; // also if the next line fails
      limit = next(plain, 0);
      if (limit == 0) {
        return -1;
      }
    }
    int taken = Math.min(length, limit - position);
    System.arraycopy(plain, position, bytes, offset, taken);
    position += taken;
    return taken;
  }

  /* Returns 0 at the end: only the last chunk of an empty file is empty. */
  private int next(byte[] target, int offset) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return 0;
    }
    int length = fill();
    boolean last = length <= SEALED;
    int opened = open(last, Math.min(length, SEALED), target, offset);
    ended = last;
    chunk[0] = chunk[SEALED];
    ahead = last ? 0 : 1;
    count += opened;
    return opened;
  }

  private int fill() throws IOException {
    int length = ahead;
    while (length < chunk.length) {
      int read = sealed.read(chunk, length, chunk.length - length);
      if (read < 0) {
        break;
      }
      length += read;
    }
    return length;
  }

  private int open(boolean last, int length, byte[] target, int offset) {
    if (length < AgeChunks.TAG || (length == AgeChunks.TAG && !chunks.isFirst())) {
      throw failed(new ArchiveException(what(), HINT));
    }
    try {
      return chunks.next(last, chunk, 0, length, target, offset);
    } catch (GeneralSecurityException e) {
      throw failed(new ArchiveException(what(), HINT, e));
    }
  }

  private String what() {
    return "The sealed archive was changed or cut off behind " + count + " bytes of content";
  }

  private ArchiveException failed(ArchiveException found) {
    failure = found;
    return found;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    chunks.close();
    authentication.close();
    sealed.close();
  }
}
