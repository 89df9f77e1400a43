package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** Damage to content of any kind, which the container has no check value against. */
class DamagedContainerTest {
  private static final int HEADER = 263;
  private static final int BLOCK = 16;

  private final Key key = TestKeys.rsa2048();
  private final OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE);

  @Property(tries = 300)
  void aCutGivesOutLessAndOnlyWhatWasSealed(
      @ForAll long seed, @ForAll @IntRange(max = 300) int length, @ForAll @IntRange int place)
      throws IOException {
    byte[] content = random(seed, length);
    byte[] sealed = TestKeys.seal(key, content);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    boolean refused = isRefused(Arrays.copyOf(sealed, place % sealed.length), stream);
    byte[] read = stream.toByteArray();
    assertArrayEquals(Arrays.copyOf(content, read.length), read);
    assertTrue(refused || read.length < content.length);
  }

  @Property(tries = 300)
  void aFlippedBitOfTheContentDamagesWhatStandsThereOnly(
      @ForAll long seed, @ForAll @IntRange(max = 300) int length, @ForAll @IntRange int place)
      throws IOException {
    byte[] content = random(seed, length);
    byte[] sealed = TestKeys.seal(key, content);
    int at = place % (sealed.length - HEADER);
    sealed[HEADER + at] ^= (byte) (1 << place % Byte.SIZE);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    boolean refused = isRefused(sealed, stream);
    byte[] read = stream.toByteArray();
    int intact = Math.min(at / BLOCK * BLOCK, read.length);
    assertArrayEquals(Arrays.copyOf(content, intact), Arrays.copyOf(read, intact));
    assertTrue(refused || Math.abs(read.length - content.length) < BLOCK);
  }

  /** Reads byte by byte, so that what came before a failure counts. */
  private boolean isRefused(byte[] sealed, ByteArrayOutputStream content) throws IOException {
    try (InputStream stream = opened.open(new ByteArrayInputStream(sealed))) {
      for (int next = stream.read(); next >= 0; next = stream.read()) {
        content.write(next);
      }
      return false;
    } catch (ArchiveException e) {
      return true;
    }
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
