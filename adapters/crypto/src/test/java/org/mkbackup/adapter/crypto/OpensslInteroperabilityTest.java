package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;

/** The container as another implementation of its parts reads and writes it. */
class OpensslInteroperabilityTest {
  private static final int WRAPPED = 256;
  private static final int WRAPPED_AT = "2\000256\0".length();
  private static final String OAEP = " -pkeyopt rsa_padding_mode:oaep";

  private final Key key = TestKeys.rsa2048();
  private final byte[] content = new byte[100_001];

  @TempDir private Path directory;
  private Command openssl;

  @BeforeEach
  void writeFiles() throws IOException {
    new Random(1).nextBytes(content);
    openssl = new Command("openssl", directory);
    openssl.write("certificate", key.certificate());
    openssl.write("key", key.privateKey());
    openssl.write("passphrase", TestKeys.PASSPHRASE);
  }

  @Test
  void opensslOpensWhatWasSealed() throws Exception {
    byte[] sealed = TestKeys.seal(key, content);
    int contentAt = WRAPPED_AT + WRAPPED + 1;
    openssl.write("wrapped", Arrays.copyOfRange(sealed, WRAPPED_AT, WRAPPED_AT + WRAPPED));
    openssl.write("encrypted", Arrays.copyOfRange(sealed, contentAt, sealed.length));

    byte[] secret =
        openssl.run("pkeyutl -decrypt -inkey key -passin file:passphrase -in wrapped" + OAEP);

    assertArrayEquals(content, aes(secret, "-d", "encrypted"));
  }

  @Test
  void opensWhatOpensslSealed() throws Exception {
    byte[] secret = openssl.run("rand 32");
    openssl.write("secret", secret);
    openssl.write("content", content);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes("2\000256\0".getBytes(US_ASCII));
    sealed.writeBytes(openssl.run("pkeyutl -encrypt -certin -inkey certificate -in secret" + OAEP));
    sealed.write(0);
    sealed.writeBytes(aes(secret, "-e", "content"));

    try (OpenedKey opened = TestKeys.unlock(key, TestKeys.PASSPHRASE)) {
      assertArrayEquals(content, TestKeys.open(opened, sealed.toByteArray()));
    }
  }

  private byte[] aes(byte[] secret, String direction, String file) throws Exception {
    String hex = HexFormat.of().formatHex(secret);
    return openssl.run(
        "enc -aes-256-cbc " + direction + " -K " + hex + " -iv " + "0".repeat(32) + " -in " + file);
  }
}
