package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/** Makes a container: its header, and then what comes in, encrypted and in large pieces. */
final class ContainerSealer implements PieceSealer {
  private final Cipher cipher;
  /* The cipher may give out a block more than came in, and needs room for the last one. */
  private final byte[] sealed = new byte[PIECE + 2 * ContentKey.BLOCK];
  private int count;

  ContainerSealer(byte[] header, Cipher cipher) {
    this.cipher = cipher;
    System.arraycopy(header, 0, sealed, 0, header.length);
    count = header.length;
  }

  @Override
  public void add(byte[] bytes, int offset, int length, OutputStream sink) throws IOException {
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int piece = Math.min(end - at, PIECE - count);
      if (piece > 0) {
        count += encrypt(bytes, at, piece);
        at += piece;
      } else {
        passOn(sink);
      }
    }
  }

  private int encrypt(byte[] bytes, int offset, int length) {
    try {
      return cipher.update(bytes, offset, length, sealed, count);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("The cipher gives out more than a block ahead", e);
    }
  }

  @Override
  public void passOn(OutputStream sink) throws IOException {
    int length = count;
    count = 0;
    sink.write(sealed, 0, length);
  }

  @Override
  public void end(OutputStream sink) throws IOException {
    try {
      count += cipher.doFinal(sealed, count);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The cipher pads what it gets, and yet can't end", e);
    }
    passOn(sink);
  }

  /** Java can't wipe what the cipher has. */
  @Override
  public void close() {}
}
