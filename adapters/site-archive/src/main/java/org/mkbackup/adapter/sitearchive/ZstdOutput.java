package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import org.mkbackup.domain.port.ZstdCodec;
import org.mkbackup.domain.run.RunLog;

/**
 * Frames of zstd (RFC 8878), a block each, made side by side. A frame asks for no more memory than
 * a block when it is expanded, and knows its length and a checksum.
 */
final class ZstdOutput extends ParallelOutput {

  ZstdOutput(
      SinkStream sink,
      ZstdCodec codec,
      int level,
      int threadCount,
      MemberDigests digests,
      RunLog log) {
    super(sink, () -> new FramedBlocks(codec.compressor(level)), threadCount, digests, log);
  }

  @Override
  void note(ByteBuffer content) {}

  @Override
  void writeEnd() {}
}
