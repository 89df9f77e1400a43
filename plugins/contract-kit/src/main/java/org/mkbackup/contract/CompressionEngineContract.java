package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.port.CompressionEngine;

/** What every {@link CompressionEngine} promises; zlib is the second opinion. */
public abstract class CompressionEngineContract {
  private static final int BLOCK = 100_000;
  private static final byte[] LAST_BLOCK = {3, 0};

  protected abstract CompressionEngine engine();

  @Test
  void worksHere() {
    assertEquals(Optional.empty(), engine().fault());
    assertTrue(engine().id().matches("[a-z][a-z0-9-]*"), engine().id());
    assertTrue(engine().hasLevel(engine().usualLevel()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99_999, 100_000, 100_001, 1_000_000})
  void compressesBlocksThatMakeOneStream(int length) throws DataFormatException {
    byte[] content = content(length);
    for (int level : levels()) {
      byte[] stream = deflated(content, level);
      assertArrayEquals(content, inflatedByZlib(stream, length), "level " + level);
      assertArrayEquals(content, inflated(stream, length, 1 << 16), "level " + level);
    }
  }

  @Test
  void makesUseOfTheDictionary() {
    byte[] noise = new byte[30_000];
    new Random(1).nextBytes(noise);
    ByteBuffer output = ByteBuffer.allocateDirect(CompressionEngine.bound(noise.length));
    for (int level : levels()) {
      try (CompressionEngine.BlockDeflater deflater = engine().deflater(level)) {
        deflater.deflate(direct(noise), direct(noise), output.clear());
      }
      assertTrue(output.position() < noise.length / 10, output + " at level " + level);
    }
  }

  @Test
  void keepsTheBoundWithWhatCantBeCompressed() {
    byte[] noise = new byte[512 * 1024];
    new Random(1).nextBytes(noise);
    for (int level : levels()) {
      assertTrue(deflated(noise, level).length <= 6 * CompressionEngine.bound(BLOCK));
    }
  }

  @Test
  void compressesBlocksAfterThoseThatCantBe() throws DataFormatException {
    byte[] content = new byte[4 * BLOCK];
    Arrays.fill(content, (byte) 'a');
    byte[] noise = new byte[2 * BLOCK];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, content, BLOCK, noise.length);
    for (int level : levels()) {
      byte[] stream = deflated(content, level);
      assertArrayEquals(content, inflatedByZlib(stream, content.length), "level " + level);
      assertArrayEquals(content, inflated(stream, content.length, 1000), "level " + level);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000, 1 << 16})
  void expandsWhatZlibMadeInPiecesOfAnySize(int piece) throws DataFormatException {
    for (int level : new int[] {0, 1, 6, 9}) {
      byte[] content = content(150_000);
      byte[] stream = deflatedByZlib(content, level);
      assertArrayEquals(content, inflated(stream, content.length, piece));
    }
  }

  @Test
  void takesNothingFromBehindTheStream() throws DataFormatException {
    byte[] stream = deflatedByZlib(content(50_000), 6);
    for (int behind = 0; behind < 20; behind++) {
      ByteBuffer input = direct(Arrays.copyOf(stream, stream.length + behind));
      ByteBuffer output = ByteBuffer.allocateDirect(60_000);
      try (CompressionEngine.RawInflater inflater = engine().inflater()) {
        boolean ended = inflater.inflate(input, output);
        if (!ended && !input.hasRemaining()) {
          ended = inflater.inflate(input, output);
        }
        assertTrue(ended, behind + " bytes behind it");
      }
      assertEquals(behind, input.remaining());
      assertEquals(50_000, output.position());
    }
  }

  @Test
  void doesNotTakeACutStreamForAWholeOne() throws DataFormatException {
    byte[] stream = deflatedByZlib(content(50_000), 6);
    try (CompressionEngine.RawInflater inflater = engine().inflater()) {
      for (int length = 0; length < stream.length - 1; length += 97) {
        inflater.reset();
        ByteBuffer input = direct(Arrays.copyOf(stream, length));
        ByteBuffer output = ByteBuffer.allocateDirect(60_000);
        assertFalse(inflater.inflate(input, output));
        assertFalse(input.hasRemaining());
        assertFalse(inflater.inflate(input, output));
      }
    }
  }

  @Test
  void refusesWhatIsNoStream() {
    byte[] junk = new byte[100];
    Arrays.fill(junk, (byte) 0xff);
    try (CompressionEngine.RawInflater inflater = engine().inflater()) {
      ByteBuffer output = ByteBuffer.allocateDirect(1000);
      assertThrows(DataFormatException.class, () -> inflater.inflate(direct(junk), output));
    }
  }

  private int[] levels() {
    return IntStream.rangeClosed(1, 9).filter(engine()::hasLevel).toArray();
  }

  private byte[] deflated(byte[] content, int level) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    ByteBuffer all = direct(content);
    ByteBuffer output = ByteBuffer.allocateDirect(CompressionEngine.bound(BLOCK));
    try (CompressionEngine.BlockDeflater deflater = engine().deflater(level)) {
      for (int from = 0; from < content.length; from += BLOCK) {
        int to = Math.min(from + BLOCK, content.length);
        int dictionary = Math.max(0, from - CompressionEngine.WINDOW);
        deflater.deflate(
            all.duplicate().position(dictionary).limit(from),
            all.duplicate().position(from).limit(to),
            output.clear());
        stream.writeBytes(bytes(output));
      }
    }
    stream.writeBytes(LAST_BLOCK);
    return stream.toByteArray();
  }

  private byte[] inflated(byte[] stream, int length, int piece) throws DataFormatException {
    ByteBuffer input = direct(Arrays.copyOf(stream, stream.length + 8));
    ByteBuffer output = ByteBuffer.allocateDirect(length + 1);
    int end = input.limit();
    boolean ended = false;
    try (CompressionEngine.RawInflater inflater = engine().inflater()) {
      while (!ended) {
        input.limit(Math.min(end, input.position() + piece));
        output.limit(Math.min(length + 1, output.position() + piece));
        assertTrue(input.hasRemaining(), "the end was not seen");
        ended = inflater.inflate(input, output);
      }
    }
    assertEquals(stream.length, input.position());
    return bytes(output);
  }

  private static byte[] deflatedByZlib(byte[] content, int level) {
    Deflater deflater = new Deflater(level, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] stream = new byte[CompressionEngine.bound(content.length)];
    int length = deflater.deflate(stream);
    deflater.end();
    return Arrays.copyOf(stream, length);
  }

  private static byte[] inflatedByZlib(byte[] stream, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream);
    byte[] content = new byte[length + 1];
    int inflated = inflater.inflate(content);
    assertTrue(inflater.finished());
    assertEquals(0, inflater.getRemaining());
    inflater.end();
    return Arrays.copyOf(content, inflated);
  }

  /* Text, noise and runs of one byte. */
  private static byte[] content(int length) {
    byte[] content = new byte[length];
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      int kind = i / 10_000 % 3;
      content[i] = (byte) (kind == 0 ? random.nextInt() : kind == 1 ? 'a' + random.nextInt(8) : 0);
    }
    return content;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  private static byte[] bytes(ByteBuffer output) {
    byte[] bytes = new byte[output.position()];
    output.duplicate().flip().get(bytes);
    return bytes;
  }
}
