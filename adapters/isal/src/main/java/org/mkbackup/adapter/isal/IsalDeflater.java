package org.mkbackup.adapter.isal;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import org.mkbackup.domain.port.CompressionEngine.BlockDeflater;

/** A {@code struct isal_zstream}; its public fields stand at its beginning. */
final class IsalDeflater implements BlockDeflater {
  /* The structure has 80 KiB in the version 2.30 and grew before. */
  private static final int STRUCTURE = 256 * 1024;
  private static final int LEVEL_BUFFER = 512 * 1024;

  private static final int NEXT_IN = 0;
  private static final int AVAIL_IN = 8;
  private static final int NEXT_OUT = 16;
  private static final int AVAIL_OUT = 24;
  private static final int LEVEL = 40;
  private static final int LEVEL_BUFFER_SIZE = 44;
  private static final int LEVEL_BUFFER_AT = 48;
  private static final int END_OF_STREAM = 56;
  private static final int FLUSH = 58;

  private final LibIsal library;
  private final int level;
  private final Memory stream = new Memory(STRUCTURE);
  private final Memory levelBuffer = new Memory(LEVEL_BUFFER);

  IsalDeflater(LibIsal library, int level) {
    this.library = library;
    this.level = level;
    stream.clear();
  }

  @Override
  public void deflate(ByteBuffer dictionary, ByteBuffer block, ByteBuffer output) {
    library.isal_deflate_init(stream);
    stream.setInt(LEVEL, level);
    stream.setInt(LEVEL_BUFFER_SIZE, LEVEL_BUFFER);
    stream.setPointer(LEVEL_BUFFER_AT, levelBuffer);
    stream.setShort(END_OF_STREAM, (short) 0);
    stream.setShort(FLUSH, (short) LibIsal.SYNC_FLUSH);
    if (dictionary.hasRemaining()) {
      check(
          library.isal_deflate_set_dict(
              stream, NativeBuffer.rest(dictionary), dictionary.remaining()));
    }
    stream.setPointer(NEXT_IN, NativeBuffer.rest(block));
    stream.setInt(AVAIL_IN, block.remaining());
    stream.setPointer(NEXT_OUT, NativeBuffer.rest(output));
    stream.setInt(AVAIL_OUT, output.remaining());
    check(library.isal_deflate(stream));
    int left = stream.getInt(AVAIL_OUT);
    if (stream.getInt(AVAIL_IN) != 0 || left <= 0) {
      throw new IllegalStateException("A block became longer than it can get");
    }
    block.position(block.limit());
    output.position(output.limit() - left);
  }

  private static void check(int code) {
    if (code != LibIsal.OK) {
      throw new IllegalStateException("ISA-L fails with " + code);
    }
  }

  @Override
  public void close() {
    stream.close();
    levelBuffer.close();
  }
}
