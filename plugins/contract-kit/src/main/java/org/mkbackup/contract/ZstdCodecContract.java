package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.port.ZstdCodec;

/** What every {@link ZstdCodec} promises. */
public abstract class ZstdCodecContract {
  private static final int LENGTH = 300_000;
  private static final int CHECKSUM = 4;

  protected abstract ZstdCodec codec();

  @Test
  void worksHere() {
    assertEquals(Optional.empty(), codec().fault());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 131_072, LENGTH})
  void givesBackWhatItWasGiven(int length) throws DataFormatException {
    byte[] content = content(length);
    for (int level = 1; level <= 9; level++) {
      byte[] frame = frame(content, level);
      assertArrayEquals(content, expanded(frame, frame.length, LENGTH + 1), "level " + level);
    }
  }

  @Test
  void expandsInPartsOfAnySize() throws DataFormatException {
    byte[] content = content(5000);
    assertArrayEquals(content, expanded(frame(content, 3), 7, 11));
  }

  @Test
  void makesTextSmall() {
    byte[] text = "What comes again and again is written once. ".repeat(1000).getBytes(UTF_8);
    assertTrue(frame(text, 1).length < text.length / 50);
  }

  @Test
  void noiseFitsIntoTheBound() throws DataFormatException {
    byte[] noise = new byte[LENGTH];
    new Random(1).nextBytes(noise);
    byte[] frame = frame(noise, 9);
    assertTrue(frame.length <= ZstdCodec.bound(LENGTH));
    assertArrayEquals(noise, expanded(frame, frame.length, LENGTH + 1));
  }

  @Test
  void theNextFrameBeginsWhereOneEnds() throws DataFormatException {
    ByteBuffer two = ByteBuffer.allocateDirect(2 * LENGTH);
    two.put(frame(content(2000), 3)).put(frame(content(1000), 1)).flip();
    ByteBuffer output = ByteBuffer.allocateDirect(4000);
    try (ZstdCodec.FrameExpander expander = codec().expander()) {
      assertTrue(expander.expand(two, output));
      assertEquals(2000, output.position());
      assertTrue(expander.expand(two, output));
      assertEquals(3000, output.position());
      assertFalse(two.hasRemaining());
    }
  }

  @Test
  void noFrameEndsBeforeItsLastByte() throws DataFormatException {
    byte[] frame = frame(content(1000), 3);
    try (ZstdCodec.FrameExpander expander = codec().expander()) {
      ByteBuffer cut = direct(Arrays.copyOf(frame, frame.length - 1));
      assertFalse(expander.expand(cut, ByteBuffer.allocateDirect(2000)));
    }
  }

  @Test
  void aChangedByteIsNoticed() {
    byte[] frame = frame(content(1000), 3);
    for (int at : new int[] {0, frame.length / 2, frame.length - CHECKSUM, frame.length - 1}) {
      byte[] changed = frame.clone();
      changed[at] ^= 1;
      assertThrows(
          DataFormatException.class, () -> expanded(changed, changed.length, 2000), "byte " + at);
    }
  }

  /* Such frames come from "zstd --ultra -22 --long=27": the window is in the sixth byte. */
  @Test
  void aFrameThatAsksForMuchMemoryIsRefused() {
    byte[] greedy = HexFormat.of().parseHex("28b52ffd04" + "88" + "010000");
    assertThrows(DataFormatException.class, () -> expanded(greedy, greedy.length, 100));
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (random.nextInt(8) * (i >> 10));
    }
    return content;
  }

  private byte[] frame(byte[] content, int level) {
    ByteBuffer output = ByteBuffer.allocateDirect(ZstdCodec.bound(content.length));
    try (ZstdCodec.FrameCompressor compressor = codec().compressor(level)) {
      compressor.compress(direct(new byte[10]), output);
      compressor.compress(direct(content), output.clear());
    }
    byte[] frame = new byte[output.flip().remaining()];
    output.get(frame);
    return frame;
  }

  private byte[] expanded(byte[] frame, int inputs, int outputs) throws DataFormatException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    ByteBuffer all = direct(frame);
    ByteBuffer input = ByteBuffer.allocateDirect(inputs).flip();
    ByteBuffer output = ByteBuffer.allocateDirect(outputs);
    try (ZstdCodec.FrameExpander expander = codec().expander()) {
      boolean ended = false;
      while (!ended) {
        if (!input.hasRemaining()) {
          int part = Math.min(inputs, all.remaining());
          input.clear().put(all.duplicate().limit(all.position() + part)).flip();
          all.position(all.position() + part);
        }
        boolean more = input.hasRemaining();
        ended = expander.expand(input, output.clear());
        byte[] given = new byte[output.flip().remaining()];
        output.get(given);
        result.writeBytes(given);
        if (!more && given.length == 0 && !ended) {
          throw new DataFormatException("it has no end");
        }
      }
    }
    return result.toByteArray();
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
