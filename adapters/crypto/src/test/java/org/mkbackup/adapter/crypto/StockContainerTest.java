package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** What Checkmk itself wrote, and what it can read. */
class StockContainerTest {
  private static final byte[] SEALED = TestKeys.bytes("stock/sealed-v2.bin");
  private static final byte[] PLAIN = TestKeys.bytes("stock/sealed-v2.plain");

  @Test
  void opensWhatCheckmkSealed() throws IOException {
    assertArrayEquals(PLAIN, open(SEALED));
  }

  @Test
  void refusesWhatCheckmkSealedWithoutItsPassphrase() {
    KeyException refused =
        assertThrows(KeyException.class, () -> TestKeys.unlock(TestKeys.stock(), "lalala").close());
    assertEquals(
        "The passphrase does not open key " + TestKeys.STOCK_ID + " (nightly)", refused.what());
  }

  @Test
  void opensAnArchiveThatEndsWithPaddingTwice() throws IOException {
    byte[] content = "ends within a block".getBytes(UTF_8);
    byte[] padded = Arrays.copyOf(content, 32);
    Arrays.fill(padded, content.length, padded.length, (byte) (padded.length - content.length));
    assertArrayEquals(padded, open(TestKeys.seal(TestKeys.stock(), padded)));
  }

  @Test
  void writesTheHeaderThatCheckmkReads() throws IOException {
    byte[] sealed = TestKeys.seal(TestKeys.stock(), PLAIN);
    assertEquals(SEALED.length, sealed.length);
    assertArrayEquals(Arrays.copyOf(SEALED, 6), Arrays.copyOf(sealed, 6));
    assertEquals(0, sealed[6 + 256]);
  }

  private static byte[] open(byte[] sealed) throws IOException {
    try (OpenedKey opened = TestKeys.unlock(TestKeys.stock(), TestKeys.STOCK_PASSPHRASE)) {
      return TestKeys.open(opened, sealed);
    }
  }
}
