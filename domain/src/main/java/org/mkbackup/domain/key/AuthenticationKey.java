package org.mkbackup.domain.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tags (HMAC-SHA-256) that only who can open a sealed archive can make or check. It is
 * derived from the key of the archive's content and tells nothing of it. Closing it wipes it.
 */
public final class AuthenticationKey implements AutoCloseable {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;
  private static final byte[] INFO =
      "mkbackup manifest authentication v1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  private AuthenticationKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Derives it with HKDF-SHA-256, without a salt.
   *
   * @param contentKey random, and of this archive alone; the caller wipes it
   */
  public static AuthenticationKey derive(byte[] contentKey) {
    byte[] pseudorandom = hmac(new byte[LENGTH], contentKey);
    byte[] block = Arrays.copyOf(INFO, INFO.length + 1);
    block[INFO.length] = 1;
    try {
      return new AuthenticationKey(hmac(pseudorandom, block));
    } finally {
      Arrays.fill(pseudorandom, (byte) 0);
    }
  }

  /** The tag of a statement, {@value #LENGTH} bytes. */
  public byte[] tag(byte[] statement) {
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
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "***";
  }
}
