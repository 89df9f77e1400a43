package org.mkbackup.adapter.sitearchive;

import java.util.zip.CRC32;

/** The header of a gzip member; nothing in it is needed but its end. */
final class GzipHeader {
  private static final int LENGTH = 10;
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final ReadBuffer stored;
  private final CRC32 crc = new CRC32();

  private GzipHeader(ReadBuffer stored) {
    this.stored = stored;
  }

  /** Whether a member of deflated data begins here. */
  static boolean isNext(ReadBuffer stored) {
    return stored.has(4)
        && stored.peek(0) == 0x1f
        && stored.peek(1) == 0x8b
        && stored.peek(2) == 8
        && (stored.peek(3) & RESERVED) == 0;
  }

  static void take(ReadBuffer stored) {
    new GzipHeader(stored).take();
  }

  private void take() {
    int flags = 0;
    for (int i = 0; i < LENGTH; i++) {
      int value = next();
      flags = i == 3 ? value : flags;
    }
    if ((flags & EXTRA) != 0) {
      int length = next() | next() << 8;
      for (int i = 0; i < length; i++) {
        next();
      }
    }
    if ((flags & NAME) != 0) {
      text();
    }
    if ((flags & COMMENT) != 0) {
      text();
    }
    if ((flags & CHECKSUM) != 0) {
      long expected = crc.getValue() & 0xffff;
      if ((next() | next() << 8) != expected) {
        throw Damage.damaged("the checksum of its gzip header is wrong");
      }
    }
  }

  private void text() {
    int value = next();
    while (value != 0) {
      value = next();
    }
  }

  private int next() {
    if (!stored.has(1)) {
      throw Damage.truncated("within its gzip header");
    }
    int value = stored.peek(0);
    crc.update(value);
    stored.take(1);
    return value;
  }
}
