package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** However the bytes come in pieces, the same bytes come out. */
class PiecewiseStreamsTest {
  private static final int MOST = 200_000;

  private final Key key = TestKeys.rsa2048();
  private final OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE);

  @Property(tries = 100)
  void piecesOfAnySizesComeThrough(
      @ForAll long seed,
      @ForAll @IntRange(max = MOST) int length,
      @ForAll @IntRange(min = 1, max = MOST) int largest)
      throws IOException {
    Random random = new Random(seed);
    byte[] content = new byte[length];
    random.nextBytes(content);

    byte[] sealed = sealInPieces(content, random, largest);

    assertEquals(263 + length / 16 * 16 + 16, sealed.length);
    assertArrayEquals(content, openInPieces(sealed, random, largest));
  }

  private byte[] sealInPieces(byte[] content, Random random, int largest) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = new ContainerCipher(new SecureRandom()).seal(key, sealed)) {
      for (int at = 0; at < content.length; ) {
        int piece = Math.min(content.length - at, 1 + random.nextInt(largest));
        sealing.write(content, at, piece);
        at += piece;
      }
    }
    return sealed.toByteArray();
  }

  private byte[] openInPieces(byte[] sealed, Random random, int largest) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[largest + 7];
    try (InputStream stream = opened.open(new ShortReads(sealed, random, largest))) {
      while (true) {
        int count = stream.read(buffer, 7, 1 + random.nextInt(largest));
        if (count < 0) {
          return content.toByteArray();
        }
        content.write(buffer, 7, count);
      }
    }
  }

  private static final class ShortReads extends ByteArrayInputStream {
    private final Random random;
    private final int largest;

    ShortReads(byte[] bytes, Random random, int largest) {
      super(bytes);
      this.random = random;
      this.largest = largest;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(largest)));
    }
  }
}
