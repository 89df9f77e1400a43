package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/** An archive that isn't compressed. */
final class PlainOutput implements ArchiveOutput {
  private static final int SIZE = 256 * 1024;

  private final SinkStream sink;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);

  PlainOutput(SinkStream sink) {
    this.sink = sink;
  }

  @Override
  public ByteBuffer room() {
    if (!buffer.hasRemaining()) {
      writeOut();
    }
    return buffer;
  }

  @Override
  public void finish() {
    writeOut();
    sink.flush();
  }

  @Override
  public void close() {}

  private void writeOut() {
    sink.write(buffer.flip());
    buffer.clear();
  }
}
