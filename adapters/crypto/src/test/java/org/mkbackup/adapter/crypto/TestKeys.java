package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** The keys in the test resources. */
final class TestKeys {
  static final String PASSPHRASE = "Schlüssel №7";
  static final String STOCK_PASSPHRASE = "lala";
  static final KeyId STOCK_ID = new KeyId("C0:4E:D4:4B:B4:AB:8B:3F:B4:09:32:CE:7D:A6:CF:76");

  private static final KeyId ID = new KeyId("00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF");

  private TestKeys() {}

  /** The key of 2048 bits, encrypted as key files usually have it. */
  static Key rsa2048() {
    return openssl("rsa2048.certificate.pem", "rsa2048.pbes2-sha256-aes-256-cbc.pem");
  }

  static Key openssl(String certificate, String privateKey) {
    return key(ID, text("openssl/" + certificate), text("openssl/" + privateKey));
  }

  static Key stock() {
    return key(STOCK_ID, stock("certificate"), stock("private_key"));
  }

  static Key key(KeyId id, String certificate, String privateKey) {
    return new Key(
        id, "nightly", "me", Instant.EPOCH, certificate, privateKey, true, Literal.Dict.EMPTY);
  }

  static OpenedKey unlock(Key key, String passphrase) {
    try (Passphrase secret = Passphrase.of(passphrase.toCharArray())) {
      return new ContainerCipher(new SecureRandom()).unlock(key, secret);
    }
  }

  static byte[] seal(Key key, byte[] content) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = new ContainerCipher(new SecureRandom()).seal(key, sealed)) {
      sealing.write(content);
    }
    return sealed.toByteArray();
  }

  static byte[] open(OpenedKey key, byte[] sealed) throws IOException {
    try (InputStream stream = key.open(new ByteArrayInputStream(sealed))) {
      return stream.readAllBytes();
    }
  }

  /* The file is Python; its texts are written in pieces, one for each line. */
  private static String stock(String field) {
    String pieces = "((?:'[^']*'\\s*)+)";
    Matcher found =
        Pattern.compile("'" + field + "': " + pieces).matcher(text("stock/backup_keys.mk"));
    if (!found.find()) {
      throw new IllegalStateException("There is no " + field + " in the stock key");
    }
    return found.group(1).replaceAll("'\\s*", "").replace("\\n", "\n");
  }

  static String text(String resource) {
    return new String(bytes(resource), UTF_8);
  }

  static byte[] bytes(String resource) {
    try (InputStream stream = TestKeys.class.getResourceAsStream("/" + resource)) {
      return Objects.requireNonNull(stream, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
