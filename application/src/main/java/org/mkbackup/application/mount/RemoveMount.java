package org.mkbackup.application.mount;

import java.util.stream.Collectors;
import org.mkbackup.application.job.TargetMounts;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountManager;
import org.mkbackup.domain.port.MountRepository;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.Target;

/** Removes a mount from the configuration, which nothing may use any more. */
public final class RemoveMount {
  private final MountsOfRoot root;
  private final Mounts mounts;
  private final MountRepository repository;
  private final MountManager manager;
  private final TargetRepository targets;
  private final TargetMounts targetMounts;

  public RemoveMount(
      MountsOfRoot root,
      Mounts mounts,
      MountRepository repository,
      MountManager manager,
      TargetRepository targets,
      TargetMounts targetMounts) {
    this.root = root;
    this.mounts = mounts;
    this.repository = repository;
    this.manager = manager;
    this.targets = targets;
    this.targetMounts = targetMounts;
  }

  public void run(MountId id) {
    root.require("removed");
    Mount mount = mounts.find(id);
    String users =
        targets.all().stream()
            .filter(target -> targetMounts.idOf(target).filter(id::equals).isPresent())
            .map(Target::id)
            .map(target -> "'" + target + "'")
            .collect(Collectors.joining(", "));
    if (!users.isEmpty()) {
      throw new ConfigurationException(
          "Mount '" + id + "' holds the target " + users, "Remove or move that first");
    }
    if (manager.isUp(mount)) {
      throw new ConfigurationException(
          "Mount '" + id + "' is up", "Take it down first: 'mkbackup mount down " + id + "'");
    }
    repository.remove(id);
  }
}
