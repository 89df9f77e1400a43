package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Writes a new file's content. In big files, runs of zeros become holes that take no room. */
final class FileWriter implements TarReader.Content {
  private static final long BIG = 16L * 1024 * 1024;
  private static final int HOLE = 64 * 1024;
  private static final byte[] ZEROS = new byte[HOLE];

  private final FileChannel file;
  private final boolean big;
  private long position;

  FileWriter(FileChannel file, long size) {
    this.file = file;
    big = size >= BIG;
  }

  @Override
  public void part(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      int part = big ? Math.min(end - from, HOLE - (int) (position % HOLE)) : end - from;
      if (!big || !Arrays.equals(bytes, from, from + part, ZEROS, 0, part)) {
        write(ByteBuffer.wrap(bytes, from, part));
      }
      from += part;
      position += part;
    }
  }

  /** To be called at the end: a hole there doesn't make the file longer by itself. */
  void finish() throws IOException {
    if (big && file.size() < position) {
      position--;
      write(ByteBuffer.wrap(ZEROS, 0, 1));
    }
  }

  private void write(ByteBuffer part) throws IOException {
    long at = position;
    while (part.hasRemaining()) {
      at += file.write(part, at);
    }
  }
}
