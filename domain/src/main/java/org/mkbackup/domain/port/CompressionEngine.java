package org.mkbackup.domain.port;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;

/**
 * A way to compress to raw deflate (RFC 1951) and to expand it. Offered by an {@link
 * org.mkbackup.domain.host.AdapterProvider}; several may be there, and the JDK's, which always
 * works, stands in for one that doesn't.
 *
 * <p>All buffers are direct ones. What is given out is for one thread at a time.
 */
public interface CompressionEngine {

  /** How far back deflate refers, in bytes: as long as a dictionary can get. */
  int WINDOW = 32 * 1024;

  /** Lower-case letters, digits and '-', beginning with a letter. */
  String id();

  /**
   * Why it can't be used on this machine, in a few words for the log; empty: it was tried and it
   * works. The first call loads what it needs; failures don't leave this method otherwise.
   */
  Optional<String> fault();

  /** Whether it compresses at a level, 1 (fast) to 9 (small) as gzip counts them. */
  boolean hasLevel(int level);

  /** The level that suits most, where nothing else is asked for. */
  int usualLevel();

  BlockDeflater deflater(int level);

  RawInflater inflater();

  /** Compresses one block after the other, each by itself. */
  interface BlockDeflater extends AutoCloseable {

    /**
     * Compresses a block to whole bytes: not the last block of the deflate stream, and with an
     * empty stored one at its end (a "sync flush"), so that the results of several blocks can be
     * put one behind the other.
     *
     * @param dictionary what stands before the block, at most {@link #WINDOW} bytes; what remains
     *     in it is looked at, its position doesn't count afterwards
     * @param block what remains in it is taken
     * @param output has room for {@link #bound} bytes; its position is behind the result afterwards
     */
    void deflate(ByteBuffer dictionary, ByteBuffer block, ByteBuffer output);

    @Override
    void close();
  }

  /** Expands deflate streams. */
  interface RawInflater extends AutoCloseable {

    /** Begins with a new stream. */
    void reset();

    /**
     * Takes input and gives output until one of them is at its end or the stream is. Where it
     * returns false, all input was taken or the output is full. The end may be noticed only when
     * there is input behind it; where none is to come any more, a call with empty input tells
     * whether it was the end, and only {@link #reset} may follow on that.
     *
     * @param input its position is behind what was taken afterwards; that may lie up to 8 bytes
     *     before where it was if the stream is at its end, with bytes that an earlier call took
     * @return whether the stream is at its end, and all of it given out
     * @throws DataFormatException if that is no deflate stream
     */
    boolean inflate(ByteBuffer input, ByteBuffer output) throws DataFormatException;

    @Override
    void close();
  }

  /** As long as the result of a block can get if it can't be compressed at all. */
  static int bound(int length) {
    return length + (length >> 8) + 256;
  }
}
