package org.mkbackup.adapter.sitearchive;

/** Bytes to look at before they are taken; what is taken in large parts is not copied. */
final class ReadBuffer {
  /* As many bytes as can be put back after more was read. */
  private static final int KEPT = 8;

  private final SourceBytes source;
  private final byte[] bytes;
  private int from;
  private int to;

  /**
   * Reads from what is stored.
   *
   * @param size how many bytes can be looked at together
   */
  ReadBuffer(SourceBytes source, int size) {
    this.source = source;
    bytes = new byte[KEPT + size];
  }

  /** Reads until so many bytes are there to look at; false if it ends before. */
  boolean has(int count) {
    if (from + count > bytes.length || from == to) {
      int kept = Math.min(from, KEPT);
      System.arraycopy(bytes, from - kept, bytes, 0, to - from + kept);
      to -= from - kept;
      from = kept;
    }
    while (to - from < count) {
      int read = source.read(bytes, to, bytes.length - to);
      if (read < 0) {
        return false;
      }
      to += read;
    }
    return true;
  }

  /** Unsigned; the index counts from the first byte that wasn't taken. */
  int peek(int index) {
    return bytes[from + index] & 0xff;
  }

  /** What {@link #available} bytes from {@link #position} on are in. */
  byte[] bytes() {
    return bytes;
  }

  int position() {
    return from;
  }

  int available() {
    return to - from;
  }

  void take(int count) {
    from += count;
  }

  /** Takes back the last bytes that were taken: up to eight if more was read since. */
  void putBack(int count) {
    from -= count;
  }

  void drain() {
    from = to;
    source.drain();
  }
}
