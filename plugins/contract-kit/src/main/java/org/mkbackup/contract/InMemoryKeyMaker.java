package org.mkbackup.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.KeyMaker;

/**
 * Makes, at once, keys for the {@link InMemoryArchiveCipher}. They look like keys, and their id is
 * the digest of what their certificate encodes; but they protect nothing.
 */
public final class InMemoryKeyMaker implements KeyMaker {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN ENCRYPTED PRIVATE KEY-----[^-]*-----END ENCRYPTED PRIVATE KEY-----");
  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final Clock clock;
  private final AtomicInteger serial = new AtomicInteger();

  public InMemoryKeyMaker(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Key make(
      String alias, String organization, String owner, int bits, Passphrase passphrase) {
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw new UsageException("A key of " + bits + " bits can't be made", "Choose another length");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    byte[] body =
        (serial.incrementAndGet() + " " + alias + " O=" + organization + ", CN=" + owner)
            .getBytes(StandardCharsets.UTF_8);
    KeyId id = new KeyId(PAIRS.formatHex(digest("MD5", body)));
    String certificate = pem("CERTIFICATE", body);
    String privateKey = pem("ENCRYPTED PRIVATE KEY", lock(id, passphrase));
    Literal.Dict configuration = configuration(alias, owner, now, certificate, privateKey);
    return new Key(id, alias, owner, now, certificate, privateKey, false, configuration);
  }

  private static Literal.Dict configuration(
      String alias, String owner, Instant now, String certificate, String privateKey) {
    return Literal.Dict.EMPTY
        .with("alias", Literal.text(alias))
        .with("certificate", Literal.text(certificate))
        .with("date", new Literal.Real(now.getEpochSecond()))
        .with("not_downloaded", Literal.bool(true))
        .with("owner", Literal.text(owner))
        .with("private_key", Literal.text(privateKey));
  }

  @Override
  public Key read(String alias, String owner, String pem) {
    String certificate = only(CERTIFICATE, "certificate", pem);
    String privateKey = only(PRIVATE_KEY, "encrypted private key", pem);
    byte[] body = decoded(certificate);
    decoded(privateKey);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Literal.Dict configuration =
        configuration(alias, owner, now, certificate, privateKey)
            .with("not_downloaded", Literal.bool(false));
    KeyId id = new KeyId(PAIRS.formatHex(digest("MD5", body)));
    return new Key(id, alias, owner, now, certificate, privateKey, true, configuration);
  }

  private static String only(Pattern block, String what, String pem) {
    List<String> found = block.matcher(pem).results().map(MatchResult::group).toList();
    if (found.size() != 1) {
      throw new KeyException("The file holds " + found.size() + " times a " + what, "");
    }
    return found.get(0) + "\n";
  }

  private static byte[] decoded(String block) {
    try {
      return Base64.getDecoder().decode(block.replaceAll("-----[A-Z ]+-----|\\s", ""));
    } catch (IllegalArgumentException damaged) {
      throw new KeyException("The file is damaged", "", damaged);
    }
  }

  static boolean fits(Key key, Passphrase passphrase) {
    return key.privateKey().equals(pem("ENCRYPTED PRIVATE KEY", lock(key.id(), passphrase)));
  }

  private static byte[] lock(KeyId id, Passphrase passphrase) {
    byte[] secret = new String(passphrase.reveal()).getBytes(StandardCharsets.UTF_8);
    return digest("SHA-256", id.value().getBytes(StandardCharsets.US_ASCII), secret);
  }

  static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] body) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + LINES.encodeToString(body)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
