package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

/**
 * Reads the private halves of keys.
 *
 * <p>A private key that is not encrypted is refused: whoever could read the key file could read the
 * backups, and nobody would notice that the passphrase protects nothing.
 */
final class PrivateKeys {
  private static final String HINT = "Import the key again from a copy that works";

  private PrivateKeys() {}

  /** The private key that belongs to the certificate. */
  static RSAPrivateKey ofPair(Key key, Passphrase passphrase) {
    RSAPublicKey publicKey = Certificates.publicKey(key);
    RSAPrivateKey privateKey = open(key, passphrase);
    if (!publicKey.getModulus().equals(privateKey.getModulus())) {
      throw new KeyException(
          "The certificate and the private key of key " + key + " don't belong together", HINT);
    }
    return privateKey;
  }

  static RSAPrivateKey open(Key key, Passphrase passphrase) {
    PrivateKeyInfo info = decrypt(key, passphrase);
    byte[] encoded = new byte[0];
    try {
      encoded = info.getEncoded();
      if (info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
          && KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded))
              instanceof RSAPrivateKey rsa) {
        return rsa;
      }
      throw new KeyException("The private key of " + key + " is no RSA key", HINT);
    } catch (IOException | GeneralSecurityException e) {
      throw new KeyException("The private key of " + key + " is damaged", HINT, e);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private static PrivateKeyInfo decrypt(Key key, Passphrase passphrase) {
    Object pem = read(key);
    if (pem instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      return new EncryptedPrivateKey(key, passphrase).decrypt(encrypted);
    }
    if (pem instanceof PEMEncryptedKeyPair encrypted) {
      return new EncryptedPrivateKey(key, passphrase).decrypt(encrypted);
    }
    if (pem instanceof PrivateKeyInfo || pem instanceof PEMKeyPair) {
      throw new KeyException(
          "The private key of " + key + " is not protected by a passphrase",
          "Encrypt it with 'openssl pkcs8 -topk8', and import it again");
    }
    throw new KeyException("The private key of " + key + " is no PEM private key", HINT);
  }

  private static Object read(Key key) {
    try {
      return Pem.read(key.privateKey());
    } catch (IOException e) {
      throw new KeyException("The private key of " + key + " can't be read", HINT, e);
    }
  }
}
