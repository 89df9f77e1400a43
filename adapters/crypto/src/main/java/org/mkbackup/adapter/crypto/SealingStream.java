package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/** Writes a container: its header, and then what comes in, encrypted and in large pieces. */
final class SealingStream extends ArchiveCipher.Sealing {
  private static final int PIECE = 64 * 1024;

  private final Cipher cipher;
  private final AuthenticationKey authentication;
  private final OutputStream sink;
  /* The cipher may give out a block more than came in, and needs room for the last one. */
  private final byte[] sealed = new byte[PIECE + 2 * ContentKey.BLOCK];
  private final byte[] single = new byte[1];
  private int count;
  private boolean sinkFailed;
  private boolean closed;

  SealingStream(byte[] header, Cipher cipher, AuthenticationKey authentication, OutputStream sink) {
    this.cipher = cipher;
    this.authentication = authentication;
    this.sink = sink;
    System.arraycopy(header, 0, sealed, 0, header.length);
    count = header.length;
  }

  @Override
  public AuthenticationKey authentication() {
    return authentication;
  }

  @Override
  public void write(int value) throws IOException {
    single[0] = (byte) value;
    write(single, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int piece = Math.min(end - at, PIECE - count);
      if (piece > 0) {
        count += encrypt(bytes, at, piece);
        at += piece;
      } else {
        drain();
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

  private void drain() throws IOException {
    int length = count;
    count = 0;
    sinkFailed = true;
    sink.write(sealed, 0, length);
    sinkFailed = false;
  }

  @Override
  public void flush() throws IOException {
    requireOpen();
    drain();
    sink.flush();
  }

  /** Writes no end where a write has failed before: what was written can't be opened anyway. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (sink) {
      if (!sinkFailed) {
        count += cipher.doFinal(sealed, count);
        drain();
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The cipher pads what it gets, and yet can't end", e);
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("The sealed archive is closed");
    }
    if (sinkFailed) {
      throw new IOException("An earlier write of the sealed archive failed");
    }
  }
}
