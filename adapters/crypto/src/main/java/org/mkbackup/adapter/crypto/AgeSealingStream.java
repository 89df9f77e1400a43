package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/** Writes an age file: its header, and then what comes in, in chunks. */
final class AgeSealingStream extends ArchiveCipher.Sealing {
  private final AgeChunks chunks;
  private final AuthenticationKey authentication;
  private final OutputStream sink;
  /* A chunk is sealed when more comes, since the last one is marked. */
  private final byte[] plain = new byte[AgeChunks.SIZE];
  private final byte[] chunk = new byte[AgeChunks.SIZE + AgeChunks.TAG];
  private final byte[] single = new byte[1];
  private byte[] header;
  private int count;
  private boolean sinkFailed;
  private boolean closed;

  AgeSealingStream(AgeHeader header, OutputStream sink) throws GeneralSecurityException {
    this.chunks = new AgeChunks(Cipher.ENCRYPT_MODE, header.payload());
    this.authentication = header.authentication();
    this.header = header.bytes();
    this.sink = sink;
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
      if (count == AgeChunks.SIZE) {
        emit(false, plain, 0, count);
        count = 0;
      }
      if (count == 0 && end - at > AgeChunks.SIZE) {
        emit(false, bytes, at, AgeChunks.SIZE);
        at += AgeChunks.SIZE;
      } else {
        int part = Math.min(end - at, AgeChunks.SIZE - count);
        System.arraycopy(bytes, at, plain, count, part);
        count += part;
        at += part;
      }
    }
  }

  private void emit(boolean last, byte[] bytes, int offset, int length) throws IOException {
    sinkFailed = true;
    if (header.length > 0) {
      sink.write(header);
      header = new byte[0];
    }
    try {
      sink.write(chunk, 0, chunks.next(last, bytes, offset, length, chunk, 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The cipher takes what it gets, and yet can't seal", e);
    }
    sinkFailed = false;
  }

  /** Passes on what is sealed already; a chunk that isn't full has to wait. */
  @Override
  public void flush() throws IOException {
    requireOpen();
    sink.flush();
  }

  /** Writes no end where a write has failed before: what was written can't be opened anyway. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (sink;
        chunks) {
      if (!sinkFailed) {
        emit(true, plain, 0, count);
      }
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
