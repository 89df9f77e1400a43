package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import org.mkbackup.domain.port.CompressionEngine;

/** Blocks of one deflate stream. */
record DeflatedBlocks(CompressionEngine.BlockDeflater deflater) implements BlockCompressor {

  @Override
  public void compress(ByteBuffer before, ByteBuffer block, ByteBuffer output) {
    deflater.deflate(before, block, output);
  }

  @Override
  public void close() {
    deflater.close();
  }
}
