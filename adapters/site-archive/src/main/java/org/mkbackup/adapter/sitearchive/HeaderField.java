package org.mkbackup.adapter.sitearchive;

/** Where the fields of a ustar header stand. */
enum HeaderField {
  NAME(0, 100),
  MODE(100, 8),
  UID(108, 8),
  GID(116, 8),
  SIZE(124, 12),
  MTIME(136, 12),
  CHECKSUM(148, 8),
  TYPE(156, 1),
  LINK(157, 100),
  MAGIC(257, 8),
  USER_NAME(265, 32),
  GROUP_NAME(297, 32),
  PREFIX(345, 155);

  private final int offset;
  private final int length;

  HeaderField(int offset, int length) {
    this.offset = offset;
    this.length = length;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  int end() {
    return offset + length;
  }

  /** Whether a number fits as octal digits with a NUL behind them. */
  boolean holds(long number) {
    return number >= 0 && number >>> (3 * (length - 1)) == 0;
  }
}
