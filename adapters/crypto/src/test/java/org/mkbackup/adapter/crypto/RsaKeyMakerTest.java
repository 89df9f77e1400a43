package org.mkbackup.adapter.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.KeyMakerContract;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.KeyMaker;

class RsaKeyMakerTest extends KeyMakerContract {
  @TempDir private Path directory;

  @Override
  protected KeyMaker maker(Clock clock) {
    return new RsaKeyMaker(clock, new SecureRandom());
  }

  @Override
  protected ArchiveCipher cipher() {
    return new ContainerCipher(new SecureRandom());
  }

  @Test
  void makesACertificateThatOpensslReadsAsItShould() throws Exception {
    Key key = make();
    Command openssl = openssl(key);
    String text = openssl.text("x509 -in certificate -noout -text -fingerprint -md5");
    assertTrue(text.contains("Version: 3 (0x2)"), text);
    assertTrue(text.contains("Signature Algorithm: sha256WithRSAEncryption"), text);
    assertTrue(text.contains("Subject: O = Checkmk Site heute, CN = cmkadmin"), text);
    assertTrue(text.contains("Issuer: O = Checkmk Site heute, CN = cmkadmin"), text);
    assertTrue(text.contains("Not Before: Nov 23 00:08:59 2026 GMT"), text);
    assertTrue(text.contains("Not After : Nov 15 00:08:59 2056 GMT"), text);
    assertTrue(text.contains("Public-Key: (2048 bit)"), text);
    assertTrue(text.toUpperCase(Locale.ROOT).contains("MD5 FINGERPRINT=" + key.id()), text);
    assertEquals(
        "certificate: OK\n", openssl.text("verify -check_ss_sig -CAfile certificate certificate"));
  }

  @Test
  void makesAPrivateKeyThatOpensslOpens() throws Exception {
    Command openssl = openssl(make());
    assertEquals(
        openssl.text("x509 -in certificate -noout -pubkey"),
        openssl.text("pkey -in key -passin file:passphrase -pubout"));
  }

  @Test
  void protectsThePrivateKeyAgainstGuessing() throws Exception {
    String asn1 = openssl(make()).text("asn1parse -in key");
    assertTrue(asn1.contains(":PBES2"), asn1);
    assertTrue(asn1.contains(":PBKDF2"), asn1);
    assertTrue(asn1.contains(":hmacWithSHA256"), asn1);
    assertTrue(asn1.contains(":aes-256-cbc"), asn1);
    assertTrue(asn1.contains("INTEGER           :0927C0"), asn1);
  }

  private Command openssl(Key key) throws IOException {
    Command openssl = new Command("openssl", directory);
    openssl.write("certificate", key.certificate());
    openssl.write("key", key.privateKey());
    openssl.write("passphrase", PASSPHRASE);
    return openssl;
  }
}
