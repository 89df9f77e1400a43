package org.mkbackup.contract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountCredentials;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountRepository;

/** Mounts that are gone with the program. */
public final class InMemoryMountRepository implements MountRepository {
  private final Map<MountId, Mount> mounts = new HashMap<>();
  private final Map<MountId, String> users = new HashMap<>();
  private final Set<MountId> senseless;

  /**
   * Holds nothing that makes sense yet.
   *
   * @param senseless ids of entries that can't be read
   */
  public InMemoryMountRepository(MountId... senseless) {
    this.senseless = new HashSet<>(List.of(senseless));
  }

  /** Whose credentials are kept for a mount. */
  public Optional<String> user(MountId id) {
    return Optional.ofNullable(users.get(id));
  }

  @Override
  public List<Mount> all() {
    return mounts.values().stream().sorted(Comparator.comparing(Mount::id)).toList();
  }

  @Override
  public List<ConfigurationException> faults() {
    return senseless.stream().map(InMemoryMountRepository::fault).toList();
  }

  private static ConfigurationException fault(MountId id) {
    return new ConfigurationException("Mount '" + id + "' makes no sense", "Correct it");
  }

  @Override
  public Optional<Mount> find(MountId id) {
    if (senseless.contains(id)) {
      throw fault(id);
    }
    return Optional.ofNullable(mounts.get(id));
  }

  @Override
  public void add(Mount mount, Optional<MountCredentials> credentials) {
    if (mounts.containsKey(mount.id()) || senseless.contains(mount.id())) {
      throw new ConfigurationException(
          "There is a mount '" + mount.id() + "' already", "Choose another id");
    }
    mounts.put(mount.id(), mount);
    credentials.ifPresent(kept -> users.put(mount.id(), kept.user()));
  }

  @Override
  public void remove(MountId id) {
    senseless.remove(id);
    mounts.remove(id);
    users.remove(id);
  }
}
