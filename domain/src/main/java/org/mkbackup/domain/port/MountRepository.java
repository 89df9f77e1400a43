package org.mkbackup.domain.port;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountCredentials;
import org.mkbackup.domain.mount.MountId;

/**
 * The mounts of this machine, which every context sees and root alone changes. Failures are those
 * of {@link JobRepository}. What is in the configuration and isn't understood survives a change.
 */
public interface MountRepository {

  /** All mounts, sorted by id. One that makes no sense is left out; {@link #faults} says why. */
  List<Mount> all();

  /** What is wrong with each entry that {@link #all} leaves out, and in which file it stands. */
  List<ConfigurationException> faults();

  Optional<Mount> find(MountId id);

  /**
   * Stores a new mount, atomically and under a lock. Credentials go to {@link Mount#credentials},
   * which nobody but root can read from the first moment, and nowhere else. If storing fails there
   * are none.
   *
   * @param credentials of a mount that {@link Mount#needsCredentials}
   * @throws ConfigurationException if its id is taken, be it by what makes no sense
   */
  void add(Mount mount, Optional<MountCredentials> credentials);

  /** Removes a mount, sensible or not, and then its credentials. Does nothing if there is none. */
  void remove(MountId id);
}
