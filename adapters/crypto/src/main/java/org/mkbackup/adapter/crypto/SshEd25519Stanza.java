package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Wraps file keys for Ed25519 keys: X25519 with the point that belongs to the key, and with a
 * scalar that ties the secret to the key as SSH writes it.
 */
final class SshEd25519Stanza implements RecipientStanzaWriter {
  static final int LENGTH = 32;

  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final byte[] LABEL =
      "age-encryption.org/v1/ssh-ed25519".getBytes(StandardCharsets.US_ASCII);

  private final SshKey key;
  private final byte[] point;

  private SshEd25519Stanza(SshKey key, byte[] point) {
    this.key = key;
    this.point = point;
  }

  static SshEd25519Stanza of(SshKey key) throws InvalidKeyException {
    return new SshEd25519Stanza(key, montgomery(key.ed25519()));
  }

  /* RFC 7748, section 4.1: u = (1 + y) / (1 - y). The sign of x, in the highest bit, is lost. */
  private static byte[] montgomery(byte[] edwards) throws InvalidKeyException {
    byte[] bigEndian = reversed(edwards);
    bigEndian[0] &= 0x7f;
    BigInteger y = new BigInteger(1, bigEndian);
    BigInteger divisor = BigInteger.ONE.subtract(y).mod(PRIME);
    if (divisor.signum() == 0) {
      throw new InvalidKeyException("This Ed25519 key is no key");
    }
    BigInteger u = BigInteger.ONE.add(y).multiply(divisor.modInverse(PRIME)).mod(PRIME);
    byte[] digits = u.toByteArray();
    byte[] padded = new byte[LENGTH];
    int length = Math.min(digits.length, LENGTH);
    System.arraycopy(digits, digits.length - length, padded, LENGTH - length, length);
    return reversed(padded);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
      throws GeneralSecurityException {
    byte[] ephemeral = new byte[LENGTH];
    X25519.generatePrivateKey(new SecureRandom(), ephemeral);
    byte[] share = new byte[LENGTH];
    X25519.scalarMultBase(ephemeral, 0, share, 0);
    byte[] tweak = derived(new byte[0], key.wire());
    byte[] secret = product(tweak, product(ephemeral, point));
    byte[] salt = Arrays.copyOf(share, 2 * LENGTH);
    System.arraycopy(point, 0, salt, LENGTH, LENGTH);
    CipherKey wrapping = new CipherKey(derived(secret, salt));
    Arrays.fill(ephemeral, (byte) 0);
    Arrays.fill(secret, (byte) 0);
    byte[] wrapped =
        new FileKeyEncryptorFactory()
            .newFileKeyEncryptor()
            .getEncryptedFileKey(fileKey, wrapping)
            .getEncoded();
    wrapping.destroy();
    String shared = Base64.getEncoder().withoutPadding().encodeToString(share);
    return List.of(new Stanza(SshKey.ED25519, List.of(key.tag(), shared), wrapped));
  }

  private static byte[] product(byte[] scalar, byte[] point) throws InvalidKeyException {
    byte[] product = new byte[LENGTH];
    if (!X25519.calculateAgreement(scalar, 0, point, 0, product, 0)) {
      throw new InvalidKeyException("This Ed25519 key is no key");
    }
    return product;
  }

  private static byte[] derived(byte[] secret, byte[] salt) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(secret, salt, LABEL));
    byte[] derived = new byte[LENGTH];
    hkdf.generateBytes(derived, 0, LENGTH);
    return derived;
  }
}
