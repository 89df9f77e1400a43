package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher.OpenedKey;
import org.mkbackup.domain.port.ArchiveCipher.Opening;

/** A private key out of its encryption. Java can't wipe it: closing drops it. */
final class UnlockedAgeKey implements OpenedKey {
  private final Key key;
  private final SshKey identity;
  private @Nullable PrivateKey privateKey;

  UnlockedAgeKey(Key key, SshKey identity, PrivateKey privateKey) {
    this.key = key;
    this.identity = identity;
    this.privateKey = privateKey;
  }

  @Override
  public Opening open(InputStream sealed) {
    try {
      return opening(sealed);
    } catch (IOException e) {
      throw ContainerCipher.closing(sealed, new UncheckedIOException(e));
    } catch (RuntimeException e) {
      throw ContainerCipher.closing(sealed, e);
    }
  }

  private Opening opening(InputStream sealed) throws IOException {
    PrivateKey opener = privateKey;
    if (opener == null) {
      throw new IllegalStateException("Key " + key + " is closed");
    }
    SealedFor recipients = new SealedFor();
    try {
      AgeHeader header =
          AgeHeader.read(
              sealed, stanzas -> SshRsaStanza.unwrap(recipients.note(stanzas), identity, opener));
      return new OpeningStream(sealed, new AgeOpener(sealed, header), header.authentication());
    } catch (UnsupportedRecipientStanzaException e) {
      throw foreign(recipients, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java can't open age files: " + e.getMessage(), e);
    }
  }

  private KeyException foreign(SealedFor recipients, Exception cause) {
    return new KeyException(
        "The archive is sealed for " + recipients + ", and not for key " + key + named(),
        "Use the key that it was sealed with, or have a recipient open it with 'age -d'",
        cause);
  }

  private String named() {
    try {
      return " (" + identity.type() + " " + identity.tag() + ")";
    } catch (GeneralSecurityException e) {
      return "";
    }
  }

  @Override
  public void close() {
    privateKey = null;
  }
}
