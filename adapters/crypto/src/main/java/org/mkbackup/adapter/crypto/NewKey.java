package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;

/** A key that was made or read just now, with the dictionary as the key file holds it. */
final class NewKey {
  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

  private NewKey() {}

  static Key of(
      String alias,
      String owner,
      Instant created,
      X509CertificateHolder certificate,
      String privateKey,
      boolean downloaded)
      throws NoSuchAlgorithmException, IOException {
    String pem = Pem.write(certificate);
    Literal.Dict configuration =
        Literal.Dict.EMPTY
            .with("alias", Literal.text(alias))
            .with("certificate", Literal.text(pem))
            .with("date", new Literal.Real(created.getEpochSecond()))
            .with("not_downloaded", Literal.bool(!downloaded))
            .with("owner", Literal.text(owner))
            .with("private_key", Literal.text(privateKey));
    return new Key(
        id(certificate), alias, owner, created, pem, privateKey, downloaded, configuration);
  }

  private static KeyId id(X509CertificateHolder certificate)
      throws NoSuchAlgorithmException, IOException {
    byte[] digest = MessageDigest.getInstance("MD5").digest(certificate.getEncoded());
    return new KeyId(PAIRS.formatHex(digest));
  }
}
