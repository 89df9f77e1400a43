package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;

class GzipInputTest {

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new AssertionError("in memory", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] random(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private static byte[] read(byte[] stored) {
    byte[] content = read(stored, true);
    assertArrayEquals(content, read(stored, false));
    return content;
  }

  private static byte[] read(byte[] stored, boolean ahead) {
    SourceBytes source = new SourceBytes(new ByteArrayInputStream(stored));
    ReadBuffer buffer = new ReadBuffer(source, 4096);
    GzipInput input = new GzipInput(buffer, GzipTrial.JDK);
    try (ExpandedBytes gzip = new ExpandedBytes(source, buffer, input)) {
      if (ahead) {
        gzip.readAhead();
      }
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      byte[] part = new byte[1000];
      while (gzip.has(1)) {
        int read = Math.min(gzip.bytes().remaining(), 1000);
        gzip.bytes().get(part, 0, read);
        content.write(part, 0, read);
      }
      gzip.drain();
      return content.toByteArray();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1000, 1001, 4096, 300_000})
  void readsAMember(int length) {
    assertArrayEquals(random(length), read(gzip(random(length))));
  }

  @Test
  void readsMembersThatFollowDirectly() {
    byte[] first = random(5000);
    byte[] second = random(7);
    assertArrayEquals(
        join(first, second, first),
        read(join(gzip(first), gzip(second), gzip(new byte[0]), gzip(first))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "\0\0\0\0\0\0\0\0\0\0\0\0",
        "junk",
        "\u001f",
        "\u001f\u008b",
        "\u001f\u008b\u0008\u00ff"
      })
  void passesJunkOver(String junk) {
    byte[] raw = junk.getBytes(StandardCharsets.ISO_8859_1);
    assertArrayEquals(random(5000), read(join(gzip(random(5000)), raw, gzip(random(3)))));
  }

  @Test
  void readsHeadersWithAllFields() {
    byte[] plain = gzip(random(100));
    byte[] header = {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 0, 3};
    byte[] fields = "\3\0abcname\0comment\0".getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(join(header, fields));
    byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    assertArrayEquals(random(100), read(join(header, fields, sum, rest)));
    sum[0] ^= 1;
    assertThrows(ArchiveException.class, () -> read(join(header, fields, sum, rest)));
  }

  @Test
  void refusesAMemberThatIsCutAnywhere() {
    byte[] whole = gzip(random(300));
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(ArchiveException.class, () -> read(cut), "cut at " + length);
    }
  }

  @Test
  void refusesAFlippedBitAnywhereOrReadsTheSame() {
    byte[] content = "some text, and some text again".repeat(10).getBytes(StandardCharsets.UTF_8);
    byte[] whole = gzip(content);
    int refused = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertArrayEquals(content, read(flipped), "bit " + bit);
      } catch (ArchiveException e) {
        refused++;
      }
    }
    // Harmless are text flag, time, level and system, and what fills up the last byte. The magic is
    // looked at elsewhere.
    int harmless = 1 + 48 + 24;
    assertTrue(refused >= 8 * whole.length - harmless - 7, "refused: " + refused);
  }
}
