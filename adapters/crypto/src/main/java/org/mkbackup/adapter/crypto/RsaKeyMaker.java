package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.KeyMaker;

/**
 * Makes RSA keys, whose private half PBES2 protects: PBKDF2 with HMAC-SHA-256, AES-256-CBC; and
 * reads what others made.
 */
final class RsaKeyMaker implements KeyMaker {
  /* What OWASP recommends for PBKDF2 with HMAC-SHA-256; about half a second. */
  private static final int ITERATIONS = 600_000;

  private final Clock clock;
  private final SecureRandom random;

  RsaKeyMaker(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Key make(
      String alias, String organization, String owner, int bits, Passphrase passphrase) {
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw new UsageException(
          "A key of " + bits + " bits can't be made",
          "Choose " + LEAST_BITS + " to " + MOST_BITS + " bits");
    }
    /* Whole seconds: what a certificate knows, and exact in the key file's floating number. */
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (RevealedPassphrase revealed = new RevealedPassphrase(passphrase)) {
      KeyPair pair = pair(bits);
      X509CertificateHolder certificate =
          new SelfSigned(organization, owner, now).certificate(pair, random);
      return NewKey.of(
          alias, owner, now, certificate, encrypted(pair.getPrivate(), revealed), false);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("This Java can't make RSA keys: " + e.getMessage(), e);
    }
  }

  @Override
  public Key read(String alias, String owner, String pem) {
    KeyFile file = KeyFile.read(pem);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      return NewKey.of(alias, owner, now, file.certificate(), file.privateKey(), true);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java can't digest: " + e.getMessage(), e);
    }
  }

  private KeyPair pair(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits, random);
    return generator.generateKeyPair();
  }

  private String encrypted(PrivateKey privateKey, RevealedPassphrase passphrase)
      throws GeneralSecurityException, IOException {
    return Pem.write(
        new JcaPKCS8Generator(
                privateKey, Pbes2Encryptor.with(passphrase.characters(), ITERATIONS, random))
            .generate());
  }
}
