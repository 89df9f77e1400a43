package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/**
 * Takes the bytes of an archive. They are put straight into the buffer that is handed out, so that
 * a file is read to where it is written or compressed from.
 */
interface ArchiveOutput extends AutoCloseable {

  /** Where the next bytes go; never without room. Valid until the next call. */
  ByteBuffer room();

  /** Writes all that was put, and the end of the format, and flushes. */
  void finish();

  /** Gives back what it holds; writes nothing any more. */
  @Override
  void close();

  default void put(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      ByteBuffer room = room();
      int part = Math.min(left, room.remaining());
      room.put(bytes, from, part);
      from += part;
      left -= part;
    }
  }
}
