package org.mkbackup.domain.key;

import java.time.Instant;
import org.mkbackup.domain.data.Literal;

/**
 * A key pair: whoever has the certificate can seal, only who knows the passphrase can open.
 *
 * @param certificate X.509, PEM
 * @param privateKey PEM, encrypted with the passphrase (PKCS#8 or the older {@code Proc-Type} form)
 * @param downloaded whether a copy was ever taken out of the site that it protects
 * @param configuration the dictionary in the key file, for what only others understand
 */
public record Key(
    KeyId id,
    String alias,
    String owner,
    Instant created,
    String certificate,
    String privateKey,
    boolean downloaded,
    Literal.Dict configuration) {

  /** Names the key; never shows what is in it. */
  @Override
  public String toString() {
    return id + " (" + alias + ")";
  }
}
