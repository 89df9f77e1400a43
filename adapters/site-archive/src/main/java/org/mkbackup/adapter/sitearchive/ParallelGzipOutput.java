package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.mkbackup.domain.run.RunLog;

/**
 * One gzip member (RFC 1952), the blocks of which are compressed side by side.
 *
 * <p>It must be one: stream readers like Python's stop without a word at the end of the first. So
 * each block is primed with the 32 KiB before it and ends on a whole byte, and all are put one
 * behind the other.
 */
final class ParallelGzipOutput extends ParallelOutput {
  private static final byte[] LAST_BLOCK = {3, 0};
  private static final byte UNIX = 3;

  private final SinkStream sink;
  private final CRC32 crc = new CRC32();
  private long length;

  ParallelGzipOutput(
      SinkStream sink, Engines.AtLevel engine, int threadCount, MemberDigests digests, RunLog log) {
    super(
        sink,
        () -> new DeflatedBlocks(engine.engine().deflater(engine.level())),
        threadCount,
        digests,
        log);
    this.sink = sink;
    byte speed = (byte) (engine.level() == 9 ? 2 : engine.level() == 1 ? 4 : 0);
    sink.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, speed, UNIX}, 0, 10);
  }

  @Override
  void note(ByteBuffer content) {
    length += content.remaining();
    crc.update(content);
  }

  @Override
  void writeEnd() {
    ByteBuffer end = ByteBuffer.allocate(LAST_BLOCK.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    end.put(LAST_BLOCK).putInt((int) crc.getValue()).putInt((int) length);
    sink.write(end.array(), 0, end.position());
  }
}
