package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.mkbackup.domain.port.ZstdCodec;

/**
 * What is compressed in frames of zstd (RFC 8878). Each is checked by its checksum, if it has one.
 * All that is stored must be frames.
 */
final class ZstdInput implements ExpandingInput {
  private static final int SIZE = 128 * 1024;
  private static final int[] MAGIC = {0x28, 0xb5, 0x2f, 0xfd};

  private final ReadBuffer stored;
  private final ZstdCodec.FrameExpander expander;
  private final ByteBuffer input = ByteBuffer.allocateDirect(SIZE).flip();
  private boolean inFrame;

  ZstdInput(ReadBuffer stored, ZstdCodec codec) {
    this.stored = stored;
    expander = codec.expander();
  }

  /** Whether a frame begins here. */
  static boolean isNext(ReadBuffer stored) {
    boolean same = stored.has(MAGIC.length);
    for (int i = 0; same && i < MAGIC.length; i++) {
      same = stored.peek(i) == MAGIC[i];
    }
    return same;
  }

  @Override
  public Stop fill(ByteBuffer output) {
    if (!hasInput() && !inFrame) {
      return Stop.END;
    }
    while (output.hasRemaining()) {
      boolean isLast = !hasInput();
      int from = output.position();
      inFrame = !expand(output);
      if (isLast && inFrame && output.position() == from) {
        throw Damage.truncated("within a frame of the compressed data");
      }
      if (!inFrame && !hasInput()) {
        return Stop.CHECKED;
      }
    }
    return Stop.FULL;
  }

  @Override
  public void close() {
    expander.close();
  }

  private boolean expand(ByteBuffer output) {
    try {
      return expander.expand(input, output);
    } catch (DataFormatException e) {
      throw Damage.damaged("its compressed data can't be expanded: " + e.getMessage());
    }
  }

  private boolean hasInput() {
    if (!input.hasRemaining() && stored.has(1)) {
      int part = Math.min(stored.available(), input.capacity());
      input.clear().put(stored.bytes(), stored.position(), part).flip();
      stored.take(part);
    }
    return input.hasRemaining();
  }
}
