package org.mkbackup.domain.port;

import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

/** Makes key pairs. */
public interface KeyMaker {
  int LEAST_BITS = 2048;
  int MOST_BITS = 16384;

  /**
   * A new RSA key pair with a self-signed certificate, not stored anywhere yet, and not yet
   * downloaded. Its private key is PKCS#8, encrypted with AES-256 under the passphrase.
   *
   * <p>It is dated by the whole second; the certificate is valid for thirty years from then.
   *
   * @param organization the certificate's {@code O}: {@code Checkmk Site SITE}
   * @param owner the certificate's {@code CN}: who made it
   * @param bits {@value #LEAST_BITS} to {@value #MOST_BITS}
   * @throws org.mkbackup.domain.failure.UsageException if the bits are out of that range
   */
  Key make(String alias, String organization, String owner, int bits, Passphrase passphrase);
}
