package org.mkbackup.launcher.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.launcher.console.StopSignal;

class ArchivePipeTest {
  private static final byte[] BYTES = new byte[1_000_000];

  private final AtomicLong counted = new AtomicLong();
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
  private final ArchivePipe pipe =
      new ArchivePipe(
          new Progress() {
            @Override
            public void advanced(long bytes) {
              counted.addAndGet(bytes);
            }

            @Override
            public void at(String member) {}
          },
          new StopSignal());

  @Test
  void countsWhatComesFromAWorker() {
    pipe.drain(new ByteArrayInputStream(BYTES), sink);

    assertArrayEquals(BYTES, sink.toByteArray());
    assertEquals(BYTES.length, counted.get());
  }

  @Test
  void countsWhatGoesToAWorker() {
    pipe.feed(new ByteArrayInputStream(BYTES), sink);

    assertArrayEquals(BYTES, sink.toByteArray());
    assertEquals(BYTES.length, counted.get());
  }

  @Test
  void endsWithAWorkerThatListensNoMore() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayInputStream archive = new ByteArrayInputStream(BYTES);

    pipe.feed(archive, gone);

    assertEquals(BYTES.length - (1 << 18), archive.available());
  }
}
