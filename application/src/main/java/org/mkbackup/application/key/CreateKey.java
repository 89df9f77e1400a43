package org.mkbackup.application.key;

import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.Passphrase;
import org.mkbackup.domain.port.KeyMaker;
import org.mkbackup.domain.port.KeyRing;

/** Makes a key and stores it. */
public final class CreateKey {
  private static final int LEAST_PASSPHRASE = 12;

  /**
   * The key to be made, which can be: nobody types a passphrase for one that can't.
   *
   * @param organization as in {@link KeyMaker#make}
   * @param owner who makes it
   */
  public record Command(String alias, String organization, String owner, int bits) {
    public Command {
      if (alias.isBlank()) {
        throw new UsageException("The key's alias is empty", "Name it with --alias");
      }
      if (bits < KeyMaker.LEAST_BITS || bits > KeyMaker.MOST_BITS) {
        throw new UsageException(
            "A key of " + bits + " bits can't be made",
            "Choose " + KeyMaker.LEAST_BITS + " to " + KeyMaker.MOST_BITS);
      }
    }
  }

  private final KeyMaker maker;
  private final KeyRing ring;

  public CreateKey(KeyMaker maker, KeyRing ring) {
    this.maker = maker;
    this.ring = ring;
  }

  /** Refuses an alias that a key has already: nobody could name one of the two by it. */
  public void requireFree(String alias) {
    ring.keys().stream()
        .filter(key -> key.alias().equals(alias))
        .findFirst()
        .ifPresent(
            key -> {
              throw new UsageException(
                  "There is a key with the alias '" + alias + "' already: " + key.id(),
                  "Choose another alias with --alias");
            });
  }

  public Key run(Command command, Passphrase passphrase) {
    requireFree(command.alias());
    if (passphrase.length() < LEAST_PASSPHRASE) {
      throw new KeyException(
          "The passphrase is too short", "Use " + LEAST_PASSPHRASE + " characters or more");
    }
    Key key =
        maker.make(
            command.alias(), command.organization(), command.owner(), command.bits(), passphrase);
    ring.add(key);
    return key;
  }
}
