package org.mkbackup.contract;

import java.util.ArrayList;
import java.util.List;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.KeyException;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.port.KeyRing;

/** Keys that are gone with the program. */
public final class InMemoryKeyRing implements KeyRing {
  private final List<Key> keys = new ArrayList<>();

  public InMemoryKeyRing(Key... keys) {
    List.of(keys).forEach(this::add);
  }

  @Override
  public List<Key> keys() {
    return List.copyOf(keys);
  }

  @Override
  public void add(Key key) {
    if (find(key.id()).isPresent()) {
      throw new KeyException("Key " + key.id() + " is there already", "It can be used as it is");
    }
    keys.add(key);
  }

  @Override
  public void markDownloaded(KeyId id) {
    Key key = require(id);
    keys.set(
        keys.indexOf(key),
        new Key(
            key.id(),
            key.alias(),
            key.owner(),
            key.created(),
            key.certificate(),
            key.privateKey(),
            true,
            key.configuration().with("not_downloaded", Literal.bool(false))));
  }

  @Override
  public void remove(KeyId id) {
    keys.remove(require(id));
  }

  private Key require(KeyId id) {
    return find(id).orElseThrow(() -> new KeyException("There is no key " + id, ""));
  }
}
