package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Makes an age file: its header, and then what comes in, in chunks. */
final class AgeSealer implements PieceSealer {
  private final AgeChunks chunks;
  /* A chunk is sealed when more comes, since the last one is marked. */
  private final byte[] plain = new byte[AgeChunks.SIZE];
  private final byte[] chunk = new byte[AgeChunks.SIZE + AgeChunks.TAG];
  private byte[] header;
  private int count;

  AgeSealer(AgeHeader header) throws GeneralSecurityException {
    this.chunks = new AgeChunks(Cipher.ENCRYPT_MODE, header.payload());
    this.header = header.bytes();
  }

  @Override
  public void add(byte[] bytes, int offset, int length, OutputStream sink) throws IOException {
    int end = offset + length;
    for (int at = offset; at < end; ) {
      if (count == AgeChunks.SIZE) {
        emit(false, plain, 0, count, sink);
        count = 0;
      }
      if (count == 0 && end - at > AgeChunks.SIZE) {
        emit(false, bytes, at, AgeChunks.SIZE, sink);
        at += AgeChunks.SIZE;
      } else {
        int part = Math.min(end - at, AgeChunks.SIZE - count);
        System.arraycopy(bytes, at, plain, count, part);
        count += part;
        at += part;
      }
    }
  }

  private void emit(boolean last, byte[] bytes, int offset, int length, OutputStream sink)
      throws IOException {
    if (header.length > 0) {
      sink.write(header);
      header = new byte[0];
    }
    try {
      sink.write(chunk, 0, chunks.next(last, bytes, offset, length, chunk, 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The cipher takes what it gets, and yet can't seal", e);
    }
  }

  /** A chunk that isn't full has to wait. */
  @Override
  public void passOn(OutputStream sink) {}

  @Override
  public void end(OutputStream sink) throws IOException {
    emit(true, plain, 0, count, sink);
  }

  @Override
  public void close() {
    chunks.close();
  }
}
