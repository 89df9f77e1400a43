package org.mkbackup.adapter.sitearchive;

/** A way to compress blocks as raw deflate (RFC 1951). */
interface DeflateEngine {

  /**
   * Makes a compressor for one thread at a time.
   *
   * @param level 1 (fast) to 9 (small)
   */
  BlockDeflater start(int level);

  /** Compresses one block after the other, each by itself. */
  interface BlockDeflater extends AutoCloseable {

    /**
     * Compresses a block to whole bytes: not the last block of the deflate stream, and with an
     * empty stored one at its end (a "sync flush"), so that the results of several blocks can be
     * put one behind the other.
     *
     * @param input holds the block and, just before it, what it is primed with
     * @param dictionary how many bytes before the block it may refer to, at most 32 KiB
     * @param offset where the block begins
     * @param output has room for {@link #bound} bytes
     * @return how many bytes were put into the output, from its start
     */
    int deflate(byte[] input, int dictionary, int offset, int length, byte[] output);

    @Override
    void close();
  }

  /** As long as the result of a block can get if it can't be compressed at all. */
  static int bound(int length) {
    return length + (length >> 8) + 256;
  }
}
