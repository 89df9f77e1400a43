package org.mkbackup.domain.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AuthenticationKeyTest {
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
    try (AuthenticationKey key = AuthenticationKey.derive(contentKey())) {
      assertEquals(
          "f112ac347ddf696f3575da4a02722f2a309fe33ab6a9a12a26711bc8574de633",
          HexFormat.of().formatHex(key.tag(STATEMENT)));
    }
  }

  @Test
  void isWipedAndNeverShown() {
    AuthenticationKey key = AuthenticationKey.derive(contentKey());
    String before = HexFormat.of().formatHex(key.tag(STATEMENT));
    assertFalse(key.toString().matches(".*[0-9a-f]{4}.*"));

    key.close();

    assertNotEquals(before, HexFormat.of().formatHex(key.tag(STATEMENT)));
  }
}
