package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import org.mkbackup.domain.port.ZstdCodec;

/** Blocks that are a frame of zstd each. */
record FramedBlocks(ZstdCodec.FrameCompressor compressor) implements BlockCompressor {

  @Override
  public void compress(ByteBuffer before, ByteBuffer block, ByteBuffer output) {
    compressor.compress(block, output);
  }

  @Override
  public void close() {
    compressor.close();
  }
}
