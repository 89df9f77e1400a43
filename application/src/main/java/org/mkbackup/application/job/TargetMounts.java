package org.mkbackup.application.job;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.port.MountRepository;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.Target;

/** Has the mounts available that targets lie on. */
public final class TargetMounts {
  private final Host host;
  private final MountRepository repository;
  private final MountManager manager;

  public TargetMounts(Host host, MountRepository repository, MountManager manager) {
    this.host = host;
    this.repository = repository;
    this.manager = manager;
  }

  /** As {@link MountManager#use}; does nothing for a target that lies on no configured mount. */
  MountManager.Use use(Target target, RunLog log) {
    return idOf(target)
        .flatMap(repository::find)
        .map(mount -> manager.use(mount, log))
        .orElse(() -> {});
  }

  /** The id of the mount that a target lies on, if there were such a mount. */
  public Optional<MountId> idOf(Target target) {
    return Targets.place(target).flatMap(this::idOf);
  }

  private Optional<MountId> idOf(Path place) {
    Path parent = host.path(Mount.PARENT);
    if (!place.startsWith(parent) || place.equals(parent)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MountId(place.getName(parent.getNameCount()).toString()));
    } catch (UsageException noMountHasSuchAName) {
      return Optional.empty();
    }
  }
}
