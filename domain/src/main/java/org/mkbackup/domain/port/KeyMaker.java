package org.mkbackup.domain.port;

import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;

/** Makes key pairs, and reads those that were made elsewhere. */
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

  /**
   * The key in a file as {@link #pem} or Checkmk's own download gives it: a certificate and an
   * encrypted private key, in either order, with other text around them. It counts as downloaded,
   * since there is such a file, and is dated by the whole second. The private key isn't opened;
   * {@link ArchiveCipher#unlock} tells whether the two belong together.
   *
   * @throws org.mkbackup.domain.failure.KeyException if there is no certificate, no private key or
   *     more than one of either, if one can't be read, or if the private key is not encrypted; the
   *     message holds nothing of the file's content
   */
  Key read(String alias, String owner, String pem);

  /** A key as a file of its own: the private key, encrypted as it is, and then the certificate. */
  default String pem(Key key) {
    return line(key.privateKey()) + line(key.certificate());
  }

  private static String line(String text) {
    return text.strip() + "\n";
  }
}
