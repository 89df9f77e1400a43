package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;

class ParallelGzipFailuresTest {
  @Test
  void throwsWhatTheEngineThrewAndEndsItsThreads() {
    UnsupportedOperationException failure = new UnsupportedOperationException("no such level");
    DeflateEngine broken =
        level -> {
          throw failure;
        };
    byte[] content = new byte[5_000_000];
    assertSame(
        failure,
        assertThrows(
            UnsupportedOperationException.class,
            () ->
                GzipTrial.compress(
                    content, broken, Archives.GZIP, OutputStream.nullOutputStream())));
    assertEquals(List.of(), GzipTrial.threads());
  }

  @Test
  void throwsWhatTheSinkThrewAndEndsItsThreads() {
    TargetException full = new TargetException("The target is full", "");
    OutputStream sink =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (size() > 1_000_000) {
              throw full;
            }
          }
        };
    byte[] content = GzipTrial.content(20_000_000, 3);
    assertSame(
        full,
        assertThrows(
            TargetException.class,
            () -> GzipTrial.compress(content, GzipTrial.JDK, Archives.GZIP, sink)));
    assertEquals(List.of(), GzipTrial.threads());
  }

  @Test
  void stopsWhileItWaitsForACompressor() {
    Thread writer = Thread.currentThread();
    DeflateEngine interrupting =
        level -> {
          DeflateEngine.BlockDeflater real = GzipTrial.JDK.start(level);
          return new InterruptingDeflater(real, writer);
        };
    byte[] content = GzipTrial.content(20_000_000, 4);
    try {
      assertThrows(
          StoppedException.class,
          () ->
              GzipTrial.compress(
                  content, interrupting, Archives.GZIP, OutputStream.nullOutputStream()));
    } finally {
      Thread.interrupted();
    }
    assertEquals(List.of(), GzipTrial.threads());
  }

  private record InterruptingDeflater(DeflateEngine.BlockDeflater real, Thread writer)
      implements DeflateEngine.BlockDeflater {
    @Override
    public int deflate(byte[] input, int dictionary, int offset, int length, byte[] output) {
      writer.interrupt();
      return real.deflate(input, dictionary, offset, length, output);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
