package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.contract.CompressionEngineContract;
import org.mkbackup.domain.port.CompressionEngine;

class JdkEngineTest extends CompressionEngineContract {
  private static final int LENGTH = Block.SIZE;
  private final Random random = new Random(7);

  @Override
  protected CompressionEngine engine() {
    return new JdkEngine();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 9})
  void storesWhatCantBeCompressed(int level) {
    byte[] noise = new byte[LENGTH];
    random.nextBytes(noise);

    // zlib itself begins a block every 16 KiB for them.
    int size = size(noise, level);
    assertTrue(size >= LENGTH && size <= LENGTH + 64, "size " + size);
  }

  @Test
  void compressesABlockOfWhichOnlyAPartCanBe() {
    byte[] noise = new byte[LENGTH];
    random.nextBytes(noise);
    System.arraycopy(new byte[LENGTH], 0, noise, 0, LENGTH / 4);

    int size = size(noise, 6);
    assertTrue(size < LENGTH * 4 / 5, "size " + size);
  }

  @Test
  void makesTextOfManyShortWordsSmallerThanZlibUsuallyDoes() {
    StringBuilder text = new StringBuilder();
    while (text.length() < LENGTH) {
      text.append(Integer.toString(random.nextInt(1000), 36)).append(", ");
    }
    byte[] bytes = text.substring(0, LENGTH).getBytes(StandardCharsets.US_ASCII);

    assertTrue(size(bytes, 6) < usualSize(bytes), size(bytes, 6) + " of " + usualSize(bytes));
  }

  @Test
  void isNeverFarFromWhatZlibUsuallyDoes() {
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = (byte) (i % 8 == 0 ? random.nextInt(4) : i % 8 > 5 ? random.nextInt() : 64);
    }

    int usual = usualSize(bytes);
    assertTrue(size(bytes, 6) <= usual + usual / 100, size(bytes, 6) + " of " + usual);
  }

  private static int size(byte[] bytes, int level) {
    ByteBuffer output = ByteBuffer.allocateDirect(CompressionEngine.bound(LENGTH));
    try (CompressionEngine.BlockDeflater deflater = new JdkEngine().deflater(level)) {
      deflater.deflate(
          ByteBuffer.allocateDirect(0),
          ByteBuffer.allocateDirect(LENGTH).put(bytes).flip(),
          output);
    }
    return output.position();
  }

  private static int usualSize(byte[] bytes) {
    Deflater deflater = new Deflater(6, true);
    try {
      deflater.setInput(bytes);
      return deflater.deflate(new byte[2 * LENGTH], 0, 2 * LENGTH, Deflater.SYNC_FLUSH);
    } finally {
      deflater.end();
    }
  }
}
