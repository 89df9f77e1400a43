package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.CompressionEngine;

class ParallelGzipFailuresTest {
  @Test
  void throwsWhatTheEngineThrewAndEndsItsThreads() {
    UnsupportedOperationException failure = new UnsupportedOperationException("no such level");
    CompressionEngine broken =
        new OtherDeflater(
            level -> {
              throw failure;
            });
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
    CompressionEngine interrupting =
        new OtherDeflater(level -> new InterruptingDeflater(GzipTrial.JDK.deflater(level), writer));
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

  private record InterruptingDeflater(CompressionEngine.BlockDeflater real, Thread writer)
      implements CompressionEngine.BlockDeflater {
    @Override
    public void deflate(ByteBuffer dictionary, ByteBuffer block, ByteBuffer output) {
      writer.interrupt();
      real.deflate(dictionary, block, output);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
