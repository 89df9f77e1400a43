package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.mkbackup.domain.failure.ArchiveException;

/**
 * Opens the chunks of an age file whose header has been read. Nothing of a chunk is given out
 * before all of it was found good, and the end only if it is the one that was written.
 */
final class AgeOpener implements PieceOpener {
  private static final String HINT = "Restore another backup";
  private static final int SEALED = AgeChunks.SIZE + AgeChunks.TAG;

  private final InputStream sealed;
  private final AgeChunks chunks;
  /* A byte more than a chunk tells whether another one follows. */
  private final byte[] chunk = new byte[SEALED + 1];
  private int ahead;
  private long count;
  private boolean ended;

  AgeOpener(InputStream sealed, AgeHeader header) throws GeneralSecurityException {
    this.sealed = sealed;
    this.chunks = new AgeChunks(Cipher.DECRYPT_MODE, header.payload());
  }

  /* Only the last chunk of an empty file is empty. */
  @Override
  public int next(byte[] target, int offset, int room) throws IOException {
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
      throw new ArchiveException(what(), HINT);
    }
    try {
      return chunks.next(last, chunk, 0, length, target, offset);
    } catch (GeneralSecurityException e) {
      throw new ArchiveException(what(), HINT, e);
    }
  }

  private String what() {
    return "The sealed archive was changed or cut off behind " + count + " bytes of content";
  }

  @Override
  public void close() {
    chunks.close();
  }
}
