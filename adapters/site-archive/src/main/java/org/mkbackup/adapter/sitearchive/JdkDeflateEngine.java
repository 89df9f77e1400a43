package org.mkbackup.adapter.sitearchive;

import java.util.zip.Deflater;

/** Compresses with the zlib that the JDK brings or finds. */
final class JdkDeflateEngine implements DeflateEngine {

  @Override
  public BlockDeflater start(int level) {
    return new Zlib(new Deflater(level, true));
  }

  private record Zlib(Deflater deflater) implements BlockDeflater {

    @Override
    public int deflate(byte[] input, int dictionary, int offset, int length, byte[] output) {
      deflater.reset();
      if (dictionary > 0) {
        deflater.setDictionary(input, offset - dictionary, dictionary);
      }
      deflater.setInput(input, offset, length);
      int size = deflater.deflate(output, 0, output.length, Deflater.SYNC_FLUSH);
      if (size == output.length) {
        throw new IllegalStateException(length + " bytes became more than " + size);
      }
      return size;
    }

    @Override
    public void close() {
      deflater.end();
    }
  }
}
