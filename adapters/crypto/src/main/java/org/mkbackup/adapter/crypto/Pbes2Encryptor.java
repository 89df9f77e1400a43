package org.mkbackup.adapter.crypto;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputEncryptor;

/**
 * Encrypts a private key under a passphrase as OpenSSL does today (PBES2, RFC 8018: PBKDF2 with
 * HMAC-SHA-256, AES-256-CBC), done by the JDK as in {@link JdkPbkdf2}.
 */
record Pbes2Encryptor(AlgorithmIdentifier getAlgorithmIdentifier, Cipher cipher)
    implements OutputEncryptor {
  private static final int SALT_BYTES = 20;
  private static final int IV_BYTES = 16;
  private static final int KEY_BITS = 256;

  /** An encryptor for one key. */
  static Pbes2Encryptor with(char[] passphrase, int iterations, SecureRandom random)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    AlgorithmIdentifier function =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    PBES2Parameters parameters =
        new PBES2Parameters(
            new KeyDerivationFunc(
                PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, iterations, function)),
            new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv)));
    return new Pbes2Encryptor(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters),
        JdkPbkdf2.cipher(
            Cipher.ENCRYPT_MODE,
            "PBKDF2WithHmacSHA256",
            new PBEKeySpec(passphrase, salt, iterations, KEY_BITS),
            new IvParameterSpec(iv)));
  }

  @Override
  public OutputStream getOutputStream(OutputStream sink) {
    return new CipherOutputStream(sink, cipher);
  }

  /** Nobody asks for it. */
  @Override
  public GenericKey getKey() {
    throw new UnsupportedOperationException();
  }
}
