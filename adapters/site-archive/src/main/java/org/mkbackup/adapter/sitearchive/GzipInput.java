package org.mkbackup.adapter.sitearchive;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What is compressed in gzip members (RFC 1952) that follow directly on one another. CRC and length
 * are checked at the end of each. What comes behind the last and isn't a member is junk.
 */
final class GzipInput implements ByteSupply, AutoCloseable {
  private static final int TRAILER = 8;

  private final ReadBuffer stored;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean inMember;

  GzipInput(ReadBuffer stored) {
    this.stored = stored;
    begin();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    int read = 0;
    while (read == 0) {
      if (!inMember) {
        if (!GzipHeader.isNext(stored)) {
          return -1;
        }
        begin();
      }
      read = inflate(bytes, offset, length);
    }
    return read;
  }

  @Override
  public void drain() {
    byte[] scratch = new byte[64 * 1024];
    while (inMember) {
      inflate(scratch, 0, scratch.length);
    }
    stored.drain();
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void begin() {
    GzipHeader.take(stored);
    inflater.reset();
    crc.reset();
    inMember = true;
  }

  /* Returns 0 when it must be called again, or the member has ended. */
  private int inflate(byte[] bytes, int offset, int length) {
    if (inflater.needsInput()) {
      if (!stored.has(1)) {
        throw Damage.truncated("within the compressed data");
      }
      inflater.setInput(stored.bytes(), stored.position(), stored.available());
      stored.take(stored.available());
    }
    int read;
    try {
      read = inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw Damage.damaged("its compressed data is not what was written");
    }
    crc.update(bytes, offset, read);
    if (inflater.needsDictionary()) {
      throw Damage.damaged("its compressed data asks for a dictionary");
    }
    if (inflater.finished()) {
      stored.putBack(inflater.getRemaining());
      end();
    }
    return read;
  }

  private void end() {
    inMember = false;
    if (!stored.has(TRAILER)) {
      throw Damage.truncated("within the end of the compressed data");
    }
    if (number(0) != crc.getValue()) {
      throw Damage.damaged("the checksum of its content is wrong (CRC-32)");
    }
    if (number(4) != (inflater.getBytesWritten() & 0xffff_ffffL)) {
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
