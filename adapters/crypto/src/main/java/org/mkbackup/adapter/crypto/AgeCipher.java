package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;

/**
 * The age format, version 1. The key's owner is a recipient of the kind {@code ssh-rsa}, so that
 * the private key opens archives as well as those of recipients that the settings name.
 */
final class AgeCipher implements ArchiveCipher {
  private static final int MOST_RECIPIENTS = 20;

  private final List<RecipientStanzaWriter> others;

  AgeCipher() {
    this(List.of());
  }

  private AgeCipher(List<RecipientStanzaWriter> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public SealFormat format() {
    return SealFormat.AGE;
  }

  @Override
  public ArchiveCipher alsoFor(List<String> recipients) {
    if (recipients.size() > MOST_RECIPIENTS) {
      throw new ConfigurationException(
          "encryption.recipients has " + recipients.size() + " entries",
          "Legal are up to " + MOST_RECIPIENTS);
    }
    return new AgeCipher(recipients.stream().map(AgeRecipient::parse).toList());
  }

  @Override
  public Sealing seal(Key key, OutputStream sink) {
    try {
      RSAPublicKey owner = Certificates.publicKey(key);
      List<RecipientStanzaWriter> recipients = new ArrayList<>();
      recipients.add(new SshRsaStanza(SshKey.of(owner), owner));
      recipients.addAll(others);
      AgeHeader header = AgeHeader.make(recipients);
      return new SealingStream(new AgeSealer(header), header.authentication(), sink);
    } catch (GeneralSecurityException e) {
      throw ContainerCipher.closing(
          sink,
          new KeyException(
              "Key " + key + " can't seal archives: " + e.getMessage(), "Choose another key", e));
    } catch (RuntimeException e) {
      throw ContainerCipher.closing(sink, e);
    }
  }

  @Override
  public OpenedKey unlock(Key key, Passphrase passphrase) {
    return new UnlockedAgeKey(
        key, SshKey.of(Certificates.publicKey(key)), PrivateKeys.ofPair(key, passphrase));
  }
}
