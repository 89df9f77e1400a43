package org.mkbackup.adapter.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.key.AuthenticationKey;

/**
 * The AES-256 key of one container. It seals one stream only, which is why the initialisation
 * vector may be all zeros. Closing it wipes what Java lets it wipe: its own bytes, not what a
 * cipher derived from them.
 *
 * <p>Ciphers are the JDK's: they use the processor's AES instructions, Bouncy Castle's don't.
 */
final class ContentKey implements SecretKey, AutoCloseable {
  static final int LENGTH = 32;
  static final int BLOCK = 16;

  private final byte[] bytes;
  private boolean destroyed;

  private ContentKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static ContentKey random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ContentKey(bytes);
  }

  /**
   * Unwraps a content key.
   *
   * @throws GeneralSecurityException if it was wrapped for another key
   */
  static ContentKey unwrap(byte[] wrapped, PrivateKey privateKey) throws GeneralSecurityException {
    byte[] bytes = rsa(Cipher.DECRYPT_MODE, privateKey).doFinal(wrapped);
    if (bytes.length != LENGTH) {
      Arrays.fill(bytes, (byte) 0);
      throw new ArchiveException(
          "The sealed archive is encrypted with a key of " + bytes.length + " bytes, not " + LENGTH,
          "Restore it with the program that made it");
    }
    return new ContentKey(bytes);
  }

  byte[] wrap(PublicKey publicKey) throws GeneralSecurityException {
    return rsa(Cipher.ENCRYPT_MODE, publicKey).doFinal(bytes);
  }

  Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, this, new IvParameterSpec(new byte[BLOCK]));
    return cipher;
  }

  AuthenticationKey authentication() {
    return HmacKey.derive(bytes);
  }

  /* The transformation's defaults are the format's: SHA-1 twice, and an empty label. */
  private static Cipher rsa(int mode, Key key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    cipher.init(mode, key);
    return cipher;
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return bytes.clone();
  }

  @Override
  public void destroy() {
    Arrays.fill(bytes, (byte) 0);
    destroyed = true;
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public void close() {
    destroy();
  }
}
