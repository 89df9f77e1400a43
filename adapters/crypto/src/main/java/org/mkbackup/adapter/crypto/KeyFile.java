package org.mkbackup.adapter.crypto;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.mkbackup.domain.failure.KeyException;

/**
 * A file with a certificate and an encrypted private key, each in PEM, and whatever text around.
 *
 * @param privateKey as it stands in the file
 */
record KeyFile(X509CertificateHolder certificate, String privateKey) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\R.*?-----END \\1-----", Pattern.DOTALL);
  private static final String HINT = "Give a file that 'mkbackup key export' or Checkmk wrote";

  static KeyFile read(String text) {
    List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
    String certificate = only(blocks, "CERTIFICATE", "certificate");
    String privateKey = only(blocks, "PRIVATE KEY", "private key");
    requireEncrypted(privateKey);
    if (parsed(certificate, "certificate") instanceof X509CertificateHolder holder) {
      return new KeyFile(holder, privateKey);
    }
    throw new KeyException("The certificate in the file is no X.509 certificate", HINT);
  }

  private static String only(List<MatchResult> blocks, String kind, String what) {
    List<String> found =
        blocks.stream()
            .filter(block -> block.group(1).endsWith(kind))
            .map(block -> block.group().replaceAll("\\R", "\n") + "\n")
            .toList();
    if (found.size() != 1) {
      throw new KeyException(
          found.isEmpty()
              ? "The file holds no " + what
              : "The file holds more than one " + what + ": " + found.size(),
          HINT);
    }
    return found.get(0);
  }

  private static void requireEncrypted(String privateKey) {
    Object key = parsed(privateKey, "private key");
    if (!(key instanceof PKCS8EncryptedPrivateKeyInfo) && !(key instanceof PEMEncryptedKeyPair)) {
      throw new KeyException(
          "The private key in the file is not protected by a passphrase",
          "Encrypt it with 'openssl pkcs8 -topk8'");
    }
  }

  private static Object parsed(String block, String what) {
    try {
      return Pem.read(block);
    } catch (IOException e) {
      throw new KeyException("The " + what + " in the file can't be read", HINT, e);
    }
  }
}
