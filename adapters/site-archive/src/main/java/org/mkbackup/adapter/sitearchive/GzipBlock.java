package org.mkbackup.adapter.sitearchive;

import java.nio.ByteBuffer;

/** A block on its way through a compressor, with what the block before it ended in. */
final class GzipBlock {
  static final int DICTIONARY = 32 * 1024;
  static final int SIZE = 512 * 1024;

  private final byte[] input = new byte[DICTIONARY + SIZE];
  private final byte[] output = new byte[DeflateEngine.bound(SIZE)];
  private final ByteBuffer room = ByteBuffer.wrap(input);
  private int dictionary;
  private int compressed;

  /** Makes it empty; the first block has none before it. */
  void begin() {
    dictionary = 0;
    room.clear().position(DICTIONARY);
  }

  /** Makes it empty, to follow a block that is full. */
  void beginAfter(GzipBlock full) {
    dictionary = DICTIONARY;
    System.arraycopy(full.input, full.input.length - DICTIONARY, input, 0, DICTIONARY);
    room.clear().position(DICTIONARY);
  }

  ByteBuffer room() {
    return room;
  }

  int length() {
    return room.position() - DICTIONARY;
  }

  /** What was put into it, to be read. */
  ByteBuffer content() {
    return ByteBuffer.wrap(input, DICTIONARY, length());
  }

  void compress(DeflateEngine.BlockDeflater deflater) {
    compressed = deflater.deflate(input, dictionary, DICTIONARY, length(), output);
  }

  void writeTo(SinkStream sink) {
    sink.write(output, 0, compressed);
  }
}
