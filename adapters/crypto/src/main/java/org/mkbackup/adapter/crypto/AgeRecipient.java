package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;
import java.util.Locale;
import org.mkbackup.domain.failure.ConfigurationException;

/** Who can open an archive, as the {@code age} command names them. */
final class AgeRecipient {
  private static final int MOST_SHOWN = 24;
  private static final String SECRET = "age-secret-key-";
  private static final String LEGAL =
      "Legal is: age1…, \"ssh-ed25519 …\", or \"ssh-rsa …\" of at least "
          + SshRsaStanza.LEAST_BITS
          + " bits";

  private AgeRecipient() {}

  static RecipientStanzaWriter parse(String text) {
    if (text.toLowerCase(Locale.ROOT).contains(SECRET)) {
      throw new ConfigurationException(
          "encryption.recipients has a secret key", "Give what 'age-keygen -y' prints of it");
    }
    try {
      if (text.startsWith("age1")) {
        return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
      }
      SshKey key = SshKey.parse(text);
      return key.isRsa() ? new SshRsaStanza(key, key.rsa()) : SshEd25519Stanza.of(key);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new ConfigurationException(
          "encryption.recipients has '" + shown(text) + "', which is no recipient", LEGAL, e);
    }
  }

  private static String shown(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }
}
