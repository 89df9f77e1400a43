package org.mkbackup.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.mkbackup.domain.key.AuthenticationKey;
import org.mkbackup.domain.port.ArchiveCipher;

/** The content of a container of the {@link InMemoryArchiveCipher}, going out. */
final class PiecesOutput extends ArchiveCipher.Sealing {
  private final byte mask;
  private final OutputStream sink;
  private final AuthenticationKey authentication;
  private byte[] header;
  private boolean failed;
  private boolean closed;

  PiecesOutput(byte[] header, byte mask, OutputStream sink) {
    this.header = header;
    this.authentication = InMemoryAuthenticationKey.of(header);
    this.mask = mask;
    this.sink = sink;
  }

  @Override
  public AuthenticationKey authentication() {
    return authentication;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed || failed) {
      throw new IOException("The sealed archive is closed, or an earlier write of it failed");
    }
    if (length > 0) {
      piece(bytes, offset, length);
    }
  }

  private void piece(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(header.length + Integer.BYTES + length);
    piece.put(header).putInt(length);
    for (int at = offset; at < offset + length; at++) {
      piece.put((byte) (bytes[at] ^ mask));
    }
    header = new byte[0];
    failed = true;
    sink.write(piece.array(), 0, piece.capacity());
    failed = false;
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (sink) {
        if (!failed) {
          piece(new byte[0], 0, 0);
        }
      }
    }
  }
}
