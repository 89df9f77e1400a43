package org.mkbackup.adapter.zstd;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.mkbackup.domain.port.ZstdCodec;

/** Expands frame after frame. */
final class ZstdFrameExpander implements ZstdCodec.FrameExpander {
  private static final int WINDOW_LOG = Integer.numberOfTrailingZeros(ZstdCodec.LARGEST_WINDOW);

  private final ZstdDecompressCtx context = new ZstdDecompressCtx();

  ZstdFrameExpander() {
    context.setLongMax(WINDOW_LOG);
  }

  @Override
  public boolean expand(ByteBuffer input, ByteBuffer output) throws DataFormatException {
    try {
      return context.decompressDirectByteBufferStream(output, input);
    } catch (ZstdException e) {
      throw new DataFormatException(e.getMessage());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
