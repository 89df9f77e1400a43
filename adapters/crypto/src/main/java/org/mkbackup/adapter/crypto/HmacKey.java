package org.mkbackup.adapter.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mkbackup.domain.key.AuthenticationKey;

/** Makes tags with HMAC-SHA-256, and a key that is derived from that of an archive's content. */
final class HmacKey implements AuthenticationKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;
  private static final byte[] INFO =
      "mkbackup manifest authentication v1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private boolean closed;

  private HmacKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Derives it with HKDF-SHA-256, without a salt.
   *
   * @param contentKey random, and of this archive alone; the caller wipes it
   */
  static HmacKey derive(byte[] contentKey) {
    byte[] pseudorandom = hmac(new byte[LENGTH], contentKey);
    byte[] block = Arrays.copyOf(INFO, INFO.length + 1);
    block[INFO.length] = 1;
    try {
      return new HmacKey(hmac(pseudorandom, block));
    } finally {
      Arrays.fill(pseudorandom, (byte) 0);
    }
  }

  @Override
  public byte[] tag(byte[] statement) {
    if (closed) {
      throw new IllegalStateException("The key is closed");
    }
    return hmac(bytes, statement);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "***";
  }
}
