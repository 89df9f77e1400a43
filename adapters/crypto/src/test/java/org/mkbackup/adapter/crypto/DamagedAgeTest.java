package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** Whatever is changed in an age file is noticed at the first changed chunk. */
class DamagedAgeTest {
  private static final int SEALED = AgeChunks.SIZE + AgeChunks.TAG;
  private static final int CHUNKS = 3;
  private static final byte[] CONTENT = new byte[CHUNKS * AgeChunks.SIZE];
  private static final byte[] FILE;

  static {
    new Random(1).nextBytes(CONTENT);
    try {
      FILE = AgeFiles.seal(CONTENT);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private final OpenedKey opened = AgeFiles.unlock();

  @Property(tries = 60)
  void aFlippedBitIsRefusedBeforeItsChunkIsGivenOut(
      @ForAll @IntRange(max = CHUNKS * SEALED - 1) int at, @ForAll @IntRange(max = 7) int bit)
      throws IOException {
    byte[] flipped = FILE.clone();
    flipped[AgeFiles.HEADER + at] ^= (byte) (1 << bit);
    refusedBehind(at / SEALED, flipped);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aCutBetweenChunksIsRefused(int chunks) throws IOException {
    refusedBehind(Math.max(0, chunks - 1), Arrays.copyOf(FILE, AgeFiles.HEADER + chunks * SEALED));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, AgeChunks.TAG, SEALED})
  void appendedBytesAreRefused(int length) throws IOException {
    refusedBehind(CHUNKS - 1, Arrays.copyOf(FILE, FILE.length + length));
  }

  @Test
  void exchangedChunksAreRefused() throws IOException {
    byte[] exchanged = FILE.clone();
    System.arraycopy(FILE, AgeFiles.HEADER, exchanged, AgeFiles.HEADER + SEALED, SEALED);
    System.arraycopy(FILE, AgeFiles.HEADER + SEALED, exchanged, AgeFiles.HEADER, SEALED);
    refusedBehind(0, exchanged);
  }

  @Test
  void aChunkThatIsLeftOutIsRefused() throws IOException {
    byte[] shorter = Arrays.copyOf(FILE, FILE.length - SEALED);
    int last = AgeFiles.HEADER + (CHUNKS - 1) * SEALED;
    System.arraycopy(FILE, last, shorter, last - SEALED, SEALED);
    refusedBehind(1, shorter);
  }

  @Test
  void theHeaderOfAnotherFileIsRefused() throws IOException {
    byte[] other = AgeFiles.seal(CONTENT);
    System.arraycopy(FILE, 0, other, 0, AgeFiles.HEADER);
    refusedBehind(0, other);
  }

  private void refusedBehind(int chunks, byte[] file) throws IOException {
    byte[] good = Arrays.copyOf(CONTENT, chunks * AgeChunks.SIZE);
    for (int size : new int[] {1 << 20, 1000}) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      try (InputStream stream = opened.open(new ByteArrayInputStream(file))) {
        byte[] piece = new byte[size];
        assertThrows(
            ArchiveException.class,
            () -> {
              for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                content.write(piece, 0, read);
              }
            });
        assertThrows(ArchiveException.class, stream::read);
      }
      assertEquals(good.length, content.size());
      assertArrayEquals(good, content.toByteArray());
    }
  }
}
