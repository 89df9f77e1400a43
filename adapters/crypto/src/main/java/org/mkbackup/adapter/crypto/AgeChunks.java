package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * The chunks of an age file, one after the other: ChaCha20-Poly1305 with a nonce that counts them
 * and marks the last. All but the last are full; none is empty but that of an empty file.
 */
final class AgeChunks implements AutoCloseable {
  static final int SIZE = 64 * 1024;
  static final int TAG = 16;

  private static final int LAST = 11;

  private final int mode;
  private final Cipher cipher;
  private final CipherKey key;
  private final byte[] nonce = new byte[LAST + 1];
  private boolean first = true;

  AgeChunks(int mode, CipherKey key) throws GeneralSecurityException {
    this.mode = mode;
    this.key = key;
    this.cipher = Cipher.getInstance("ChaCha20-Poly1305");
  }

  /** Whether none was dealt with yet. */
  boolean isFirst() {
    return first;
  }

  /**
   * Seals or opens the next one; returns its new length. Nothing is written to the target before an
   * opened one was found good.
   */
  int next(boolean last, byte[] source, int offset, int length, byte[] target, int at)
      throws GeneralSecurityException {
    nonce[LAST] = (byte) (last ? 1 : 0);
    cipher.init(mode, key, new IvParameterSpec(nonce));
    int done = cipher.doFinal(source, offset, length, target, at);
    first = false;
    count();
    return done;
  }

  private void count() {
    for (int digit = LAST - 1; digit >= 0; digit--) {
      nonce[digit]++;
      if (nonce[digit] != 0) {
        return;
      }
    }
    throw new IllegalStateException("An age file can't have so many chunks");
  }

  @Override
  public void close() {
    key.destroy();
  }
}
