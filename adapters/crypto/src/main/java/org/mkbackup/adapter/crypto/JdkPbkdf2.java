package org.mkbackup.adapter.crypto;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * PBES2 with PBKDF2 and AES, as keys are protected today, done by the JDK: it has the processor's
 * instructions for SHA-256, without which the many rounds take several times as long.
 */
final class JdkPbkdf2 implements InputDecryptorProvider {
  private static final Map<ASN1ObjectIdentifier, String> FUNCTIONS =
      Map.of(
          PKCSObjectIdentifiers.id_hmacWithSHA1, "PBKDF2WithHmacSHA1",
          PKCSObjectIdentifiers.id_hmacWithSHA256, "PBKDF2WithHmacSHA256",
          PKCSObjectIdentifiers.id_hmacWithSHA384, "PBKDF2WithHmacSHA384",
          PKCSObjectIdentifiers.id_hmacWithSHA512, "PBKDF2WithHmacSHA512");
  private static final Map<ASN1ObjectIdentifier, Integer> KEY_BITS =
      Map.of(
          NISTObjectIdentifiers.id_aes128_CBC, 128,
          NISTObjectIdentifiers.id_aes192_CBC, 192,
          NISTObjectIdentifiers.id_aes256_CBC, 256);

  private record Scheme(
      String function, PBKDF2Params derivation, int keyBits, IvParameterSpec iv) {}

  private final char[] passphrase;

  JdkPbkdf2(char[] passphrase) {
    this.passphrase = passphrase;
  }

  /** Whether this can open what was encrypted in that way. */
  static boolean takes(AlgorithmIdentifier algorithm) {
    try {
      return scheme(algorithm).isPresent();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Optional<Scheme> scheme(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      return Optional.empty();
    }
    PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
    Integer keyBits = KEY_BITS.get(parameters.getEncryptionScheme().getAlgorithm());
    if (keyBits == null
        || !parameters
            .getKeyDerivationFunc()
            .getAlgorithm()
            .equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      return Optional.empty();
    }
    PBKDF2Params derivation =
        PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
    byte[] iv =
        ASN1OctetString.getInstance(parameters.getEncryptionScheme().getParameters()).getOctets();
    return Optional.ofNullable(FUNCTIONS.get(derivation.getPrf().getAlgorithm()))
        .map(function -> new Scheme(function, derivation, keyBits, new IvParameterSpec(iv)));
  }

  @Override
  public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    try {
      Cipher cipher = cipher(scheme(algorithm).orElseThrow());
      return new InputDecryptor() {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
          return algorithm;
        }

        @Override
        public InputStream getInputStream(InputStream encrypted) {
          return new CipherInputStream(encrypted, cipher);
        }
      };
    } catch (GeneralSecurityException e) {
      throw new OperatorCreationException("This Java can't: " + e.getMessage(), e);
    }
  }

  private Cipher cipher(Scheme scheme) throws GeneralSecurityException {
    PBKDF2Params derivation = scheme.derivation();
    PBEKeySpec spec =
        new PBEKeySpec(
            passphrase,
            derivation.getSalt(),
            derivation.getIterationCount().intValueExact(),
            scheme.keyBits());
    return cipher(Cipher.DECRYPT_MODE, scheme.function(), spec, scheme.iv());
  }

  /**
   * AES with a key that is derived from a passphrase, which is cleared.
   *
   * @param function that derives, as the JDK calls it
   */
  static Cipher cipher(int mode, String function, PBEKeySpec spec, IvParameterSpec iv)
      throws GeneralSecurityException {
    byte[] key = new byte[0];
    try {
      key = SecretKeyFactory.getInstance(function).generateSecret(spec).getEncoded();
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), iv);
      return cipher;
    } finally {
      Arrays.fill(key, (byte) 0);
      spec.clearPassword();
    }
  }
}
