package org.mkbackup.domain.port;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.key.KeyId;

/**
 * The keys that are stored in this context. A file that can't be read as data is refused with file,
 * line and column as a {@link org.mkbackup.domain.failure.ConfigurationException}; a missing file
 * is an empty ring.
 */
public interface KeyRing {

  /**
   * All keys, in the order in which they are stored. One without a private key, or whose
   * certificate can't be decoded, is left out.
   */
  List<Key> keys();

  default Optional<Key> find(KeyId id) {
    return keys().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /**
   * Stores a key. The file is replaced atomically, under a lock, readable by the site only; what
   * was in it and is not understood stays.
   *
   * @throws org.mkbackup.domain.failure.KeyException if it is there already
   */
  void add(Key key);

  /**
   * Notes that a copy of a key was taken out of the site; otherwise like {@link #add}.
   *
   * @throws org.mkbackup.domain.failure.KeyException if there is no such key
   */
  void markDownloaded(KeyId id);

  /**
   * Removes a key for good; otherwise like {@link #add}.
   *
   * @throws org.mkbackup.domain.failure.KeyException if there is no such key
   */
  void remove(KeyId id);
}
