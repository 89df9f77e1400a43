package org.mkbackup.application.mount;

import java.util.List;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.port.MountRepository;
import org.mkbackup.domain.run.RunLog;

/** The mounts that are configured, looked at and changed by hand. */
public final class Mounts {

  /** A mount and whether it is up. */
  public record Listed(Mount mount, boolean isUp) {}

  private final MountRepository repository;
  private final MountManager manager;

  public Mounts(MountRepository repository, MountManager manager) {
    this.repository = repository;
    this.manager = manager;
  }

  /** All, sorted by id. No server is asked. */
  public List<Listed> all() {
    return repository.all().stream().map(mount -> new Listed(mount, manager.isUp(mount))).toList();
  }

  /** What is wrong with the mounts that are left out there. */
  public List<ConfigurationException> faults() {
    return repository.faults();
  }

  /** As {@link MountManager#up}. */
  public void up(MountId id, RunLog log) {
    manager.up(find(id), log);
  }

  /** As {@link MountManager#down}. */
  public void down(MountId id, RunLog log) {
    manager.down(find(id), log);
  }

  /** As {@link MountManager#check}. */
  public void check(MountId id) {
    manager.check(find(id));
  }

  Mount find(MountId id) {
    return repository
        .find(id)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "There is no mount '" + id + "'",
                    "'mkbackup mount list' shows those there are"));
  }
}
