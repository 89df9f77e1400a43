package org.mkbackup.application.key;

import org.mkbackup.application.job.SealingKeys;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
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

  private final KeyMaker maker;
  private final SealingKeys keys;
  private final KeyRing ring;

  public ImportKey(KeyMaker maker, SealingKeys keys, KeyRing ring) {
    this.maker = maker;
    this.keys = keys;
    this.ring = ring;
  }

  public Key run(Command command) {
    if (command.alias().isBlank()) {
      throw new UsageException("The key's alias is empty", "Name it with --alias");
    }
    Key key = maker.read(command.alias(), command.owner(), command.pem());
    if (ring.find(key.id()).isPresent()) {
      throw new KeyException("There is a key " + key.id() + " already", "It can be used as it is");
    }
    keys.unlock(key).close();
    ring.add(key);
    return key;
  }
}
