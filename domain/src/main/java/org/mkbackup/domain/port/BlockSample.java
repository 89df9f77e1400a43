package org.mkbackup.domain.port;

import java.nio.ByteBuffer;

/**
 * What tells how a block is best compressed, at a fraction of its cost: pieces from all over it, as
 * one file may end in it and another one begin.
 */
public final class BlockSample {
  private static final int PIECE = 2 * 1024;
  private static final int PIECES = 4;

  /** In bytes. */
  public static final int SIZE = PIECES * PIECE;

  private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);

  /** Whether a sample says enough of it: it is as long as what may stand before it at least. */
  public static boolean isEnoughFor(ByteBuffer block) {
    return block.remaining() >= CompressionEngine.WINDOW;
  }

  /**
   * The sample of what remains in a block, whose position stays.
   *
   * @return a direct buffer, good until the next call
   */
  public ByteBuffer of(ByteBuffer block) {
    bytes.clear();
    int step = block.remaining() / PIECES;
    for (int i = 0; i < PIECES; i++) {
      int from = block.position() + i * step + (step - PIECE) / 2;
      bytes.put(block.duplicate().limit(from + PIECE).position(from));
    }
    return bytes.flip();
  }
}
