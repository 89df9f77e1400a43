package org.mkbackup.adapter.isal;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.mkbackup.domain.port.CompressionEngine.RawInflater;

/** A {@code struct inflate_state}; its public fields stand at its beginning. */
final class IsalInflater implements RawInflater {
  /* The structure has 88 KiB in the version 2.30. */
  private static final int STRUCTURE = 256 * 1024;

  private static final int NEXT_OUT = 0;
  private static final int AVAIL_OUT = 8;
  private static final int NEXT_IN = 16;
  private static final int AVAIL_IN = 32;
  private static final int BITS_HELD = 36;

  private final LibIsal library;
  private final Memory state = new Memory(STRUCTURE);
  private final Memory anything = new Memory(8);

  IsalInflater(LibIsal library) {
    this.library = library;
    state.clear();
    anything.clear();
    reset();
  }

  @Override
  public void reset() {
    library.isal_inflate_init(state);
  }

  /* The end is where there is room, and yet something is left or nothing was done. */
  @Override
  public boolean inflate(ByteBuffer input, ByteBuffer output) throws DataFormatException {
    if (!input.hasRemaining()) {
      return isAtEnd(input, output);
    }
    int given = input.remaining();
    int room = output.remaining();
    int code = run(NativeBuffer.rest(input), given, output);
    if (code != LibIsal.OK && code != LibIsal.END_INPUT && code != LibIsal.OUT_OVERFLOW) {
      throw new DataFormatException("ISA-L fails with " + code);
    }
    int left = state.getInt(AVAIL_IN);
    int roomLeft = state.getInt(AVAIL_OUT);
    boolean ended = roomLeft > 0 && (left > 0 || (left == given && roomLeft == room));
    input.position(input.limit() - left - (ended ? bytesHeld() : 0));
    output.position(output.limit() - roomLeft);
    return ended;
  }

  /* A stream that isn't at its end would take anything. */
  private boolean isAtEnd(ByteBuffer input, ByteBuffer output) {
    int held = bytesHeld();
    run(anything, (int) anything.size(), output);
    boolean ended =
        state.getInt(AVAIL_IN) == anything.size() && state.getInt(AVAIL_OUT) == output.remaining();
    if (ended) {
      input.position(input.limit() - held);
    }
    return ended;
  }

  private int run(Pointer input, int length, ByteBuffer output) {
    state.setPointer(NEXT_IN, input);
    state.setInt(AVAIL_IN, length);
    state.setPointer(NEXT_OUT, NativeBuffer.rest(output));
    state.setInt(AVAIL_OUT, output.remaining());
    return library.isal_inflate(state);
  }

  /* Bytes that were taken into its buffer of bits. */
  private int bytesHeld() {
    return Math.max(0, state.getInt(BITS_HELD)) / 8;
  }

  @Override
  public void close() {
    anything.close();
    state.close();
  }
}
