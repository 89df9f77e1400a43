package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** What an {@link ArchiveCipher} does with streams that it takes over, whole or failing. */
abstract class ArchiveCipherFaults extends ArchiveCipherRefusals {
  private static final int FAR_MORE_THAN_A_BUFFER = 1 << 20;

  @Test
  void closesTheSinkOnce() throws IOException {
    Sink sink = new Sink();
    OutputStream sealing = cipher().seal(key(), sink);
    sealing.close();
    sealing.close();
    assertEquals(1, sink.closings);
    assertThrows(IOException.class, () -> sealing.write(1));
  }

  @Test
  void closesTheSinkIfTheCertificateIsUnreadable() {
    Key broken =
        new Key(
            key().id(),
            key().alias(),
            key().owner(),
            key().created(),
            "no certificate",
            key().privateKey(),
            key().downloaded(),
            key().configuration());
    Sink sink = new Sink();
    KeyException refused =
        assertThrows(KeyException.class, () -> cipher().seal(broken, sink).close());
    assertTrue(refused.what().contains(key().id().value()), refused::what);
    assertEquals(1, sink.closings);
  }

  @Test
  void passesOnThatTheSinkFailedAndWritesNoEnd() throws IOException {
    Sink sink = new Sink();
    OutputStream sealing = cipher().seal(key(), sink);
    sink.failure = new IOException("no space left");
    IOException failed =
        assertThrows(IOException.class, () -> sealing.write(content(FAR_MORE_THAN_A_BUFFER)));
    assertSame(sink.failure, failed);
    sink.failure = null;
    sealing.close();
    assertEquals(0, sink.size);
    assertEquals(1, sink.closings);
  }

  @Test
  void closesTheSinkIfTheEndCannotBeWritten() throws IOException {
    Sink sink = new Sink();
    OutputStream sealing = cipher().seal(key(), sink);
    sink.failure = new IOException("no space left");
    assertSame(sink.failure, assertThrows(IOException.class, sealing::close));
    assertEquals(1, sink.closings);
  }

  @Test
  void closesTheSourceWithWhatWasOpened() throws IOException {
    Source source = new Source(seal(content(100)), Long.MAX_VALUE);
    try (OpenedKey opened = unlock()) {
      opened.open(source).close();
    }
    assertTrue(source.closed);
  }

  @Test
  void closesTheSourceThatItRefuses() throws IOException {
    Source source = new Source(seal(otherKey(), content(100)), Long.MAX_VALUE);
    try (OpenedKey opened = unlock()) {
      assertThrows(KeyException.class, () -> opened.open(source).close());
    }
    assertTrue(source.closed);
  }

  @Test
  void passesOnThatTheHeaderCannotBeRead() throws IOException {
    Source source = new Source(seal(content(100)), 5);
    try (OpenedKey opened = unlock()) {
      assertThrows(UncheckedIOException.class, () -> opened.open(source).close());
    }
    assertTrue(source.closed);
  }

  @Test
  void passesOnThatTheContentCannotBeRead() throws IOException {
    Source source = new Source(seal(content(100)), headerLength() + 5L);
    try (OpenedKey opened = unlock();
        InputStream stream = opened.open(source)) {
      assertThrows(IOException.class, stream::readAllBytes);
    }
  }

  private static final class Sink extends OutputStream {
    private @Nullable IOException failure;
    private long size;
    private int closings;

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (failure != null) {
        throw failure;
      }
      size += length;
    }

    @Override
    public void close() {
      closings++;
    }
  }

  /** Fails at a certain byte. */
  private static final class Source extends InputStream {
    private final InputStream bytes;
    private long left;
    private boolean closed;

    Source(byte[] bytes, long failing) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.left = failing;
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        throw new IOException("input/output error");
      }
      int count = bytes.read(target, offset, (int) Math.min(length, left));
      left -= count;
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
