package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacKeyTest {
  private static final byte[] STATEMENT = "statement".getBytes(US_ASCII);

  private static byte[] contentKey() {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    return key;
  }

  /* Made with Python's hmac and hashlib, after RFC 5869. */
  @Test
  void makesTheTagsThatOthersMake() {
    try (HmacKey key = HmacKey.derive(contentKey())) {
      assertEquals(
          "f112ac347ddf696f3575da4a02722f2a309fe33ab6a9a12a26711bc8574de633",
          HexFormat.of().formatHex(key.tag(STATEMENT)));
    }
  }

  @Test
  void isWipedAndNeverShown() {
    HmacKey key = HmacKey.derive(contentKey());
    assertFalse(key.toString().matches(".*[0-9a-f]{4}.*"));

    key.close();

    assertThrows(IllegalStateException.class, () -> key.tag(STATEMENT));
  }
}
