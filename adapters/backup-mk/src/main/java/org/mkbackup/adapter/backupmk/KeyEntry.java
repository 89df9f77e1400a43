package org.mkbackup.adapter.backupmk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;

/** The dictionary of one key in the key file, and the key that it stands for. */
final class KeyEntry {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");
  private static final int DER_SEQUENCE = 0x30;
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

  private KeyEntry() {}

  /**
   * The key; empty if certificate or private key is missing, or the certificate can't be decoded.
   * The rest is for people, and may be missing or wrong.
   */
  static Optional<Key> read(Literal entry) {
    if (!(entry instanceof Literal.Dict dict)) {
      return Optional.empty();
    }
    String certificate = text(dict, "certificate");
    String privateKey = text(dict, "private_key");
    if (privateKey.isEmpty()) {
      return Optional.empty();
    }
    return id(certificate)
        .map(
            id ->
                new Key(
                    id,
                    text(dict, "alias"),
                    text(dict, "owner"),
                    created(dict),
                    certificate,
                    privateKey,
                    !dict.get("not_downloaded").equals(Optional.of(Literal.bool(true))),
                    dict));
  }

  /** The entry of a key: what its configuration says, with its values put in. */
  static Literal.Dict of(Key key) {
    Instant created = key.created();
    BigDecimal seconds =
        BigDecimal.valueOf(created.getEpochSecond())
            .add(BigDecimal.valueOf(created.getNano() / 1000, 6));
    return key.configuration()
        .with("alias", Literal.text(key.alias()))
        .with("certificate", Literal.text(key.certificate()))
        .with("date", new Literal.Real(seconds.doubleValue()))
        .with("not_downloaded", Literal.bool(!key.downloaded()))
        .with("owner", Literal.text(key.owner()))
        .with("private_key", Literal.text(key.privateKey()));
  }

  /** An entry, of which a copy was taken out of the site. */
  static Literal taken(Literal entry) {
    return entry instanceof Literal.Dict dict
        ? dict.with("not_downloaded", Literal.bool(false))
        : entry;
  }

  private static String text(Literal.Dict dict, String name) {
    return dict.get(name).orElse(Literal.none()) instanceof Literal.Text text ? text.value() : "";
  }

  /* The digits of a double tell microseconds, not more. */
  private static Instant created(Literal.Dict dict) {
    Literal date = dict.get("date").orElse(Literal.none());
    double seconds = 0;
    if (date instanceof Literal.Real real) {
      seconds = real.value();
    } else if (date instanceof Literal.Int whole) {
      seconds = whole.value().doubleValue();
    }
    if (!(seconds > 0 && seconds < LATEST)) {
      return Instant.EPOCH;
    }
    BigDecimal exact = new BigDecimal(seconds).setScale(6, RoundingMode.HALF_EVEN);
    return Instant.ofEpochSecond(
        exact.longValue(), exact.remainder(BigDecimal.ONE).movePointRight(9).longValue());
  }

  private static Optional<KeyId> id(String certificate) {
    Matcher pem = CERTIFICATE.matcher(certificate);
    if (!pem.find()) {
      return Optional.empty();
    }
    byte[] der;
    try {
      der = Base64.getDecoder().decode(pem.group(1).replaceAll("\\s", ""));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (der.length == 0 || der[0] != DER_SEQUENCE) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyId(HexFormat.ofDelimiter(":").withUpperCase().formatHex(md5().digest(der))));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
