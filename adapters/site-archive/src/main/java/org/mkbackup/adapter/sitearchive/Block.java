package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import org.mkbackup.domain.port.CompressionEngine;

/** A block on its way through a compressor, with what the block before it ended in. */
final class Block {
  static final int SIZE = 512 * 1024;
  private static final int WINDOW = CompressionEngine.WINDOW;

  private final ByteBuffer input = ByteBuffer.allocateDirect(WINDOW + SIZE);
  private final ByteBuffer output = ByteBuffer.allocateDirect(CompressionEngine.bound(SIZE));
  private int dictionary;
  private long lent;

  /** Makes it empty; the first block has none before it. */
  void begin() {
    dictionary = 0;
    input.clear().position(WINDOW);
  }

  /** Makes it empty, to follow a block that is full. */
  void beginAfter(Block full) {
    dictionary = WINDOW;
    input.clear().put(full.input.duplicate().position(SIZE));
  }

  /** Says until when its content is looked at by {@link MemberDigests}. */
  void lend(long handedOver) {
    lent = handedOver;
  }

  long lent() {
    return lent;
  }

  ByteBuffer room() {
    return input;
  }

  int length() {
    return input.position() - WINDOW;
  }

  /** What was put into it, to be read. */
  ByteBuffer content() {
    return input.duplicate().flip().position(WINDOW);
  }

  void compress(BlockCompressor compressor) {
    ByteBuffer before = input.duplicate().limit(WINDOW).position(WINDOW - dictionary);
    compressor.compress(before, content(), output.clear());
  }

  /** The result of the compression, to be read. */
  ByteBuffer compressed() {
    return output.duplicate().flip();
  }
}
