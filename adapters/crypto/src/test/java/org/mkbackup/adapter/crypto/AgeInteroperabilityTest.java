package org.mkbackup.adapter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives in the age format, as the ordinary age command writes and opens them. */
class AgeInteroperabilityTest {
  @TempDir private Path directory;
  private Command openssl;
  private Command age;
  private Command keygen;

  @BeforeEach
  void writeFiles() throws IOException {
    openssl = new Command("openssl", directory);
    age = new Command("age", directory);
    keygen = new Command("age-keygen", directory);
    openssl.write("key", TestKeys.rsa2048().privateKey());
    openssl.write("passphrase", TestKeys.PASSPHRASE);
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
  void ageOpensWithThePrivateKeyWhatWasSealed(int length) throws Exception {
    openssl.run("pkey -in key -passin file:passphrase -out identity");
    age.write("sealed", AgeFiles.seal(content(length)));

    assertArrayEquals(content(length), age.run("-d -i identity sealed"));
  }

  @Test
  void ageOpensWithEachFurtherRecipient() throws Exception {
    keygen.run("-o x25519");
    openssl.run("genpkey -algorithm ed25519 -out ed25519");
    openssl.run("genrsa -out rsa 2048");
    byte[] content = content(200_001);
    age.write(
        "sealed",
        AgeFiles.seal(content, keygen.text("-y x25519").strip(), ed25519(), AgeFiles.recipient()));

    assertArrayEquals(content, age.run("-d -i x25519 sealed"));
    assertArrayEquals(content, age.run("-d -i ed25519 sealed"));
    assertArrayEquals(content, AgeFiles.open(AgeFiles.seal(content, ed25519())));
  }

  /* The point stands at the end of the DER form. */
  private String ed25519() throws Exception {
    byte[] der = openssl.run("pkey -in ed25519 -pubout -outform DER");
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(new byte[] {0, 0, 0, 11});
    wire.writeBytes("ssh-ed25519".getBytes(US_ASCII));
    wire.writeBytes(new byte[] {0, 0, 0, 32});
    wire.writeBytes(Arrays.copyOfRange(der, der.length - 32, der.length));
    return AgeFiles.line(new SshKey(SshKey.ED25519, wire.toByteArray())) + " me@example";
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
  void opensWhatAgeSealed(int length) throws Exception {
    keygen.run("-o x25519");
    age.write("content", content(length));
    age.write("recipients", keygen.text("-y x25519") + AgeFiles.recipient() + " a comment\n");

    assertArrayEquals(content(length), AgeFiles.open(age.run("-R recipients content")));
  }
}
