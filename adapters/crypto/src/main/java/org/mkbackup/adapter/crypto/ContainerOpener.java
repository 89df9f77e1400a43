package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import org.mkbackup.domain.failure.ArchiveException;

/**
 * Opens the content of a container whose header has been read. Padding is taken off at the very end
 * only.
 */
final class ContainerOpener implements PieceOpener {
  private final InputStream sealed;
  private final Cipher cipher;
  private final byte[] piece = new byte[PIECE];
  private long count;
  private boolean ended;

  ContainerOpener(InputStream sealed, Cipher cipher) {
    this.sealed = sealed;
    this.cipher = cipher;
  }

  /* The cipher may give out a block more than came in. */
  @Override
  public int next(byte[] target, int offset, int room) throws IOException {
    int most = Math.min(PIECE, room - ContentKey.BLOCK);
    while (!ended) {
      int read = sealed.read(piece, 0, most);
      int opened = read < 0 ? end(target, offset) : update(read, target, offset);
      if (opened > 0) {
        return opened;
      }
    }
    return 0;
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
      throw new ArchiveException(
          "The sealed archive ends after " + count + " bytes of content, within a block",
          "It was cut off: restore another backup");
    }
    try {
      int opened = cipher.doFinal(target, offset);
      ended = true;
      return opened;
    } catch (GeneralSecurityException e) {
      throw new ArchiveException(
          "The sealed archive's " + count + " bytes of content don't end as they should",
          "It is damaged or was cut off: restore another backup",
          e);
    }
  }

  /** Java can't wipe what the cipher has. */
  @Override
  public void close() {}
}
