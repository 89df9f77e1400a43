package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes a new file's content. In big files, runs of zeros become holes that take no room. */
final class FileWriter {
  private static final long BIG = 16L * 1024 * 1024;
  private static final int HOLE = 64 * 1024;
  private static final ByteBuffer ZEROS = ByteBuffer.allocate(HOLE).asReadOnlyBuffer();

  private final FileChannel file;
  private final boolean big;
  private long position;

  FileWriter(FileChannel file, long size) {
    this.file = file;
    big = size >= BIG;
  }

  /** Writes the next bytes. */
  void write(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.hasRemaining()) {
      int room = HOLE - (int) (position % HOLE);
      int part = big ? Math.min(bytes.remaining(), room) : bytes.remaining();
      bytes.limit(bytes.position() + part);
      if (big && isZero(bytes)) {
        bytes.position(bytes.limit());
      } else {
        writeAll(bytes);
      }
      bytes.limit(end);
      position += part;
    }
  }

  private static boolean isZero(ByteBuffer bytes) {
    return ZEROS.slice(0, bytes.remaining()).equals(bytes);
  }

  /** To be called at the end: a hole there doesn't make the file longer by itself. */
  void finish() throws IOException {
    if (big && file.size() < position) {
      position--;
      writeAll(ByteBuffer.allocate(1));
    }
  }

  private void writeAll(ByteBuffer part) throws IOException {
    long at = position;
    while (part.hasRemaining()) {
      at += file.write(part, at);
    }
  }
}
