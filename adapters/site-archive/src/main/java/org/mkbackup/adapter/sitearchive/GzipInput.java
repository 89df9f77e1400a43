package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import org.mkbackup.domain.port.CompressionEngine;

/**
 * What is compressed in gzip members (RFC 1952) that follow directly on one another. CRC and length
 * are checked at the end of each. What comes behind the last and isn't a member is junk.
 */
final class GzipInput implements ExpandingInput {

  private static final int TRAILER = 8;
  private static final int SIZE = 128 * 1024;

  private final ReadBuffer stored;
  private final CompressionEngine.RawInflater inflater;
  private final ByteBuffer input = ByteBuffer.allocateDirect(SIZE);
  private final CRC32 crc = new CRC32();
  private long length;
  private boolean inMember;

  GzipInput(ReadBuffer stored, CompressionEngine engine) {
    this.stored = stored;
    inflater = engine.inflater();
    begin();
  }

  /** Expands to where the buffer is full or a member ends. */
  @Override
  public Stop fill(ByteBuffer output) {
    if (!inMember) {
      if (!GzipHeader.isNext(stored)) {
        return Stop.END;
      }
      begin();
    }
    while (inMember && output.hasRemaining()) {
      inflate(output);
    }
    return inMember ? Stop.FULL : Stop.CHECKED;
  }

  @Override
  public void close() {
    inflater.close();
  }

  private void begin() {
    GzipHeader.take(stored);
    inflater.reset();
    input.clear().flip();
    crc.reset();
    length = 0;
    inMember = true;
  }

  private void inflate(ByteBuffer output) {
    if (!input.hasRemaining() && stored.has(1)) {
      feed();
    }
    boolean isLast = !input.hasRemaining();
    int from = output.position();
    boolean ended;
    try {
      ended = inflater.inflate(input, output);
    } catch (DataFormatException e) {
      throw Damage.damaged("its compressed data is not what was written");
    }
    crc.update(output.duplicate().flip().position(from));
    length += output.position() - from;
    if (ended) {
      stored.putBack(input.remaining());
      end();
    } else if (isLast) {
      throw Damage.truncated("within the compressed data");
    }
  }

  /* The inflater may go back by some bytes at the end of a member. */
  private void feed() {
    input.position(Math.max(0, input.limit() - TRAILER)).compact();
    int kept = input.position();
    int part = Math.min(stored.available(), input.remaining());
    input.put(stored.bytes(), stored.position(), part).flip().position(kept);
    stored.take(part);
  }

  private void end() {
    inMember = false;
    if (!stored.has(TRAILER)) {
      throw Damage.truncated("within the end of the compressed data");
    }
    if (number(0) != crc.getValue()) {
      throw Damage.damaged("the checksum of its content is wrong (CRC-32)");
    }
    if (number(4) != (length & 0xffff_ffffL)) {
      throw Damage.damaged("the length of its content is wrong");
    }
    stored.take(TRAILER);
  }

  private long number(int index) {
    long number = 0;
    for (int i = 3; i >= 0; i--) {
      number = (number << 8) | stored.peek(index + i);
    }
    return number;
  }
}
