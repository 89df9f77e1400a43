package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/** Compresses one block after the other, for one thread. */
interface BlockCompressor extends AutoCloseable {

  /**
   * Compresses what remains in a block.
   *
   * @param before what stands before it in the archive, for formats that refer to it
   * @param output has room for the result; its position is behind it afterwards
   */
  void compress(ByteBuffer before, ByteBuffer block, ByteBuffer output);

  @Override
  void close();
}
