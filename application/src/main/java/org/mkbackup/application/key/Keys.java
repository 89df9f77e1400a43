package org.mkbackup.application.key;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.KeyRing;

/** Finds keys by what people call them. */
public final class Keys {
  private final KeyRing ring;

  public Keys(KeyRing ring) {
    this.ring = ring;
  }

  public List<Key> all() {
    return ring.keys();
  }

  /**
   * The key of a name.
   *
   * @param name its id, or its alias if that is the alias of one key only
   */
  public Key find(String name) {
    String id = name.toUpperCase(Locale.ROOT);
    List<Key> found =
        ring.keys().stream()
            .filter(key -> key.id().value().equals(id) || key.alias().equals(name))
            .toList();
    if (found.isEmpty()) {
      throw new KeyException(
          "There is no key '" + name + "'", "'mkbackup key list' shows those there are");
    }
    if (found.size() > 1) {
      throw new KeyException(
          "There are " + found.size() + " keys with the alias '" + name + "'",
          "Name one of them by its id: "
              + found.stream().map(key -> key.id().value()).collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }
}
