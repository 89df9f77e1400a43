package org.mkbackup.application.job;

import java.util.Optional;
import java.util.function.Function;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.key.SealFormat;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.KeyRing;

/** Finds the keys of jobs and backups, and opens them. */
public final class SealingKeys {

  /** Gets the passphrase from the environment or from the person at the terminal. */
  public interface PassphrasePrompt {
    /** The passphrase; empty if there is none to be had. */
    Optional<Passphrase> ask(Key key);
  }

  private final KeyRing ring;
  private final Function<SealFormat, ArchiveCipher> ciphers;
  private final PassphrasePrompt prompt;

  public SealingKeys(
      KeyRing ring, Function<SealFormat, ArchiveCipher> ciphers, PassphrasePrompt prompt) {
    this.ring = ring;
    this.ciphers = ciphers;
    this.prompt = prompt;
  }

  public ArchiveCipher cipher(SealFormat format) {
    return ciphers.apply(format);
  }

  /**
   * Finds a key.
   *
   * @param user what needs it, for the message: {@code Job 'nightly'}
   */
  public Key require(KeyId id, String user) {
    return ring.find(id)
        .orElseThrow(
            () ->
                new KeyException(
                    user + " needs the key " + id + ", which is not in the key file",
                    "Import that key, or choose another"));
  }

  /** Opens the private key, whatever it is to open; the caller closes it. */
  public ArchiveCipher.OpenedKey unlock(Key key) {
    return unlock(key, SealFormat.CHECKMK);
  }

  /** Opens the private key, for archives of that format; the caller closes it. */
  public ArchiveCipher.OpenedKey unlock(Key key, SealFormat format) {
    try (Passphrase passphrase =
        prompt
            .ask(key)
            .orElseThrow(
                () ->
                    new KeyException(
                        "The passphrase of key " + key + " is missing",
                        "Set MKBACKUP_PASSPHRASE, or run this on a terminal"))) {
      return cipher(format).unlock(key, passphrase);
    }
  }
}
