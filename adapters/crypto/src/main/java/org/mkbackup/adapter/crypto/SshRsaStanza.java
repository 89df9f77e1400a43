package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Wraps file keys for RSA keys: RSAES-OAEP with SHA-256, MGF1 with SHA-256, and a label of age's.
 */
record SshRsaStanza(SshKey key, RSAPublicKey publicKey) implements RecipientStanzaWriter {
  static final int LEAST_BITS = 2048;

  private static final int FILE_KEY = 16;
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256",
          "MGF1",
          MGF1ParameterSpec.SHA256,
          new PSource.PSpecified(
              "age-encryption.org/v1/ssh-rsa".getBytes(StandardCharsets.US_ASCII)));

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
      throws GeneralSecurityException {
    byte[] plain = fileKey.getEncoded();
    try {
      byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, publicKey).doFinal(plain);
      return List.of(new Stanza(SshKey.RSA, List.of(key.tag()), wrapped));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * The file key that one of the stanzas holds.
   *
   * @throws UnsupportedRecipientStanzaException if none is for this key
   */
  static FileKey unwrap(Iterable<RecipientStanza> stanzas, SshKey key, PrivateKey privateKey)
      throws GeneralSecurityException {
    List<String> tag = List.of(key.tag());
    for (RecipientStanza stanza : stanzas) {
      if (stanza.getType().equals(SshKey.RSA) && stanza.getArguments().equals(tag)) {
        return fileKey(cipher(Cipher.DECRYPT_MODE, privateKey).doFinal(stanza.getBody()));
      }
    }
    throw new UnsupportedRecipientStanzaException("No stanza is for this key");
  }

  /* Takes the bytes over. */
  private static FileKey fileKey(byte[] bytes) throws GeneralSecurityException {
    if (bytes.length == FILE_KEY) {
      return new FileKey(bytes);
    }
    Arrays.fill(bytes, (byte) 0);
    throw new UnsupportedRecipientStanzaException("The file key has another length");
  }

  private static Cipher cipher(int mode, Key key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(mode, key, OAEP);
    return cipher;
  }
}
