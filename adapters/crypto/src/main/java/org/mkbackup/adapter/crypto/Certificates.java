package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;

/**
 * Reads the public halves of keys. Dates and signatures are not looked at: a certificate only
 * carries the key here, and old ones have to do as long as there are backups that need them.
 */
final class Certificates {
  private static final String HINT = "Choose another key, or import this one again";

  private Certificates() {}

  static RSAPublicKey publicKey(Key key) {
    try {
      if (Pem.read(key.certificate()) instanceof X509CertificateHolder certificate) {
        return rsa(key, certificate.getSubjectPublicKeyInfo());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new KeyException("The certificate of key " + key + " can't be read", HINT, e);
    }
    throw new KeyException("The certificate of key " + key + " is no X.509 certificate", HINT);
  }

  private static RSAPublicKey rsa(Key key, SubjectPublicKeyInfo info)
      throws IOException, GeneralSecurityException {
    if (info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
        && KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(info.getEncoded()))
            instanceof RSAPublicKey rsa) {
      return rsa;
    }
    throw new KeyException("The certificate of key " + key + " holds no RSA key", HINT);
  }
}
