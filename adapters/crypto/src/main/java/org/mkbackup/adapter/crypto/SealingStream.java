package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/** Writes a sealed archive. */
final class SealingStream extends ArchiveCipher.Sealing {
  private final PieceSealer sealer;
  private final AuthenticationKey authentication;
  private final OutputStream sink;
  private final byte[] single = new byte[1];
  private boolean failed;
  private boolean closed;

  SealingStream(PieceSealer sealer, AuthenticationKey authentication, OutputStream sink) {
    this.sealer = sealer;
    this.authentication = authentication;
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
    failed = true; // unless it is done
    sealer.add(bytes, offset, length, sink);
    failed = false;
  }

  /** Passes on what is sealed already. */
  @Override
  public void flush() throws IOException {
    requireOpen();
    failed = true;
    sealer.passOn(sink);
    failed = false;
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
        sealer) {
      if (!failed) {
        sealer.end(sink);
      }
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("The sealed archive is closed");
    }
    if (failed) {
      throw new IOException("An earlier write of the sealed archive failed");
    }
  }
}
