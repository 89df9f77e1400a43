package org.mkbackup.domain.port;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;

/**
 * Compresses blocks to zstd frames (RFC 8878), and expands frames. Frames that follow on one
 * another are one archive to whoever reads zstd.
 *
 * <p>All buffers are direct ones. What is given out is for one thread at a time.
 */
public interface ZstdCodec {

  /** The most memory that a frame may ask for to be expanded, in bytes. */
  int LARGEST_WINDOW = 8 * 1024 * 1024;

  /**
   * Why it can't be used on this machine, in a few words; empty: it works. The first call loads
   * what it needs; failures don't leave this method otherwise.
   */
  Optional<String> fault();

  /**
   * Makes one of a level.
   *
   * @param level 1 (fast) to 9 (small), as zstd counts them
   */
  FrameCompressor compressor(int level);

  FrameExpander expander();

  /** Compresses one block after the other, each by itself. */
  interface FrameCompressor extends AutoCloseable {

    /**
     * Makes a block one frame, with its length at its beginning and a checksum at its end.
     *
     * @param block what remains in it is taken; its position doesn't count afterwards
     * @param output has room for {@link #bound} bytes; its position is behind the frame afterwards
     */
    void compress(ByteBuffer block, ByteBuffer output);

    @Override
    void close();
  }

  /** Expands frames, one after the other. */
  interface FrameExpander extends AutoCloseable {

    /**
     * Takes input and gives output until one of them is at its end or the frame is. Where it
     * returns false, all input was taken or the output is full. After true the next call begins
     * with the next frame.
     *
     * @param input its position is behind what was taken afterwards
     * @return whether the frame is at its end, and all of it given out; its checksum is right then,
     *     if it has one
     * @throws DataFormatException if that is no frame, if it was changed, or if it asks for more
     *     than {@link #LARGEST_WINDOW}; the expander is of no use any more
     */
    boolean expand(ByteBuffer input, ByteBuffer output) throws DataFormatException;

    @Override
    void close();
  }

  /** As long as the frame of a block can get if it can't be compressed at all. */
  static int bound(int length) {
    return length + (length >> 8) + 256;
  }
}
