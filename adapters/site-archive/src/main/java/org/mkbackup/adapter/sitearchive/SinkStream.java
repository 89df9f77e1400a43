package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.run.Progress;

/** The stream that an archive is written to: counts what passes, and says what it fails with. */
final class SinkStream {
  private static final int COPY = 128 * 1024;

  private final OutputStream sink;
  private final Progress progress;
  private final byte[] copy = new byte[COPY];

  SinkStream(OutputStream sink, Progress progress) {
    this.sink = sink;
    this.progress = progress;
  }

  void write(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int part = Math.min(bytes.remaining(), copy.length);
      bytes.get(copy, 0, part);
      write(copy, 0, part);
    }
  }

  void write(byte[] bytes, int offset, int length) {
    Interrupts.check();
    try {
      sink.write(bytes, offset, length);
    } catch (IOException e) {
      throw failed(e);
    }
    progress.advanced(length);
  }

  void flush() {
    try {
      sink.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static TargetException failed(IOException e) {
    Interrupts.check(e);
    return new TargetException(
        "The archive can't be written: " + SystemReason.of(e),
        SystemReason.isNoRoom(e) ? "Make room where it is written to" : "",
        e);
  }
}
