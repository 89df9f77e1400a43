package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

/** Decrypts private keys in the two forms in which key files hold them. */
final class EncryptedPrivateKey {
  private static final Pattern LEGACY_CIPHERS =
      Pattern.compile("(DES-EDE3|AES-128|AES-192|AES-256)-CBC");

  private final Key key;
  private final Passphrase passphrase;

  EncryptedPrivateKey(Key key, Passphrase passphrase) {
    this.key = key;
    this.passphrase = passphrase;
  }

  /** PKCS#8: PBES2, or PBES1 as very old keys have it. */
  PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted) {
    ASN1ObjectIdentifier scheme = encrypted.getEncryptionAlgorithm().getAlgorithm();
    try (RevealedPassphrase revealed = new RevealedPassphrase(passphrase)) {
      return encrypted.decryptPrivateKeyInfo(
          JdkPbkdf2.takes(encrypted.getEncryptionAlgorithm())
              ? new JdkPbkdf2(revealed.characters())
              : new JcePKCSPBEInputDecryptorProviderBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(isPbes1(scheme) ? revealed.bytes() : revealed.characters()));
    } catch (PKCSException e) {
      if (e.getCause() instanceof OperatorCreationException) {
        throw unsupported(scheme.getId(), e);
      }
      throw wrong(e);
    }
  }

  private static boolean isPbes1(ASN1ObjectIdentifier scheme) {
    return scheme.on(PKCSObjectIdentifiers.pkcs_5)
        && !scheme.equals(PKCSObjectIdentifiers.id_PBES2);
  }

  /** The form before PKCS#8, with {@code Proc-Type: 4,ENCRYPTED} in its head. */
  PrivateKeyInfo decrypt(PEMEncryptedKeyPair encrypted) {
    String cipher = encrypted.getDekAlgName();
    if (!LEGACY_CIPHERS.matcher(cipher).matches()) {
      throw unsupported(cipher, new PEMException("Not among " + LEGACY_CIPHERS));
    }
    try (RevealedPassphrase revealed = new RevealedPassphrase(passphrase)) {
      return encrypted
          .decryptKeyPair(
              new JcePEMDecryptorProviderBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(revealed.characters()))
          .getPrivateKeyInfo();
    } catch (IOException e) {
      throw wrong(e);
    }
  }

  private KeyException unsupported(String scheme, Exception cause) {
    return new KeyException(
        "The private key of " + key + " is encrypted in an unsupported way: " + scheme,
        "Convert it with 'openssl pkcs8 -topk8', and import it again",
        cause);
  }

  private KeyException wrong(Exception cause) {
    return new KeyException(
        "The passphrase does not open key " + key,
        "Check the passphrase, and that it belongs to this key",
        cause);
  }
}
