package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.stream.Stream;

/** An archive that isn't compressed. */
final class PlainOutput implements ArchiveOutput {
  private static final int SIZE = 256 * 1024;
  private static final int BUFFERS = 4;

  private final SinkStream sink;
  private final MemberDigests digests;
  private final ByteBuffer[] buffers =
      Stream.generate(() -> ByteBuffer.allocateDirect(SIZE))
          .limit(BUFFERS)
          .toArray(ByteBuffer[]::new);
  private final long[] lent = new long[BUFFERS];
  private int current;

  PlainOutput(SinkStream sink, MemberDigests digests) {
    this.sink = sink;
    this.digests = digests;
  }

  @Override
  public ByteBuffer room() {
    if (!buffers[current].hasRemaining()) {
      lent[current] = digests.handOver();
      writeOut();
      current = (current + 1) % BUFFERS;
      digests.await(lent[current]);
      buffers[current].clear();
    }
    return buffers[current];
  }

  @Override
  public void finish() {
    writeOut();
    buffers[current].clear();
    sink.flush();
  }

  @Override
  public void close() {}

  private void writeOut() {
    sink.write(buffers[current].flip());
  }
}
