package org.mkbackup.adapter.zstd;

import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import org.mkbackup.domain.port.ZstdCodec;

/** Makes each block a frame, with tables that are no larger than the block needs. */
final class ZstdFrameCompressor implements ZstdCodec.FrameCompressor {
  private final ZstdCompressCtx context = new ZstdCompressCtx();

  ZstdFrameCompressor(int level) {
    context.setLevel(level).setChecksum(true).setContentSize(true);
  }

  @Override
  public void compress(ByteBuffer block, ByteBuffer output) {
    context.compress(output, block);
  }

  @Override
  public void close() {
    context.close();
  }
}
