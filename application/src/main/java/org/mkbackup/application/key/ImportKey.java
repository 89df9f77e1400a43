package org.mkbackup.application.key;

import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.KeyMaker;
import org.mkbackup.domain.port.KeyRing;

/**
 * Stores a key that was exported before. The passphrase has to open it, so that nobody finds out at
 * a restore that it doesn't; it may be shorter than that of a new key.
 */
public final class ImportKey {

  /**
   * The key to be stored.
   *
   * @param pem as in {@link KeyMaker#read}
   */
  public record Command(String alias, String owner, String pem) {}

  /** Gets the passphrase of a key. The use case closes it. */
  public interface Prompt {
    Passphrase ask(Key key);
  }

  private final KeyMaker maker;
  private final ArchiveCipher cipher;
  private final KeyRing ring;

  public ImportKey(KeyMaker maker, ArchiveCipher cipher, KeyRing ring) {
    this.maker = maker;
    this.cipher = cipher;
    this.ring = ring;
  }

  public Key run(Command command, Prompt prompt) {
    if (command.alias().isBlank()) {
      throw new UsageException("The key's alias is empty", "Name it with --alias");
    }
    Key key = maker.read(command.alias(), command.owner(), command.pem());
    try (Passphrase passphrase = prompt.ask(key)) {
      cipher.unlock(key, passphrase).close();
    }
    ring.add(key);
    return key;
  }
}
