package org.mkbackup.application.target;

import org.mkbackup.application.configuration.ConfigurationLock;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.TargetRepository;
import org.mkbackup.domain.target.TargetId;

/** Takes a target out of the configuration. The backups on it stay where they are. */
public final class RemoveTarget {
  private final ConfigurationLock lock;
  private final TargetRepository targets;
  private final TargetUse use;

  public RemoveTarget(ConfigurationLock lock, TargetRepository targets, TargetUse use) {
    this.lock = lock;
    this.targets = targets;
    this.use = use;
  }

  public void run(TargetId id) {
    try (RunLock.Held held = lock.take()) {
      use.requireOwned(id);
      use.job(id).ifPresent(job -> refuse(id, job));
      targets.remove(id);
    }
  }

  private static void refuse(TargetId id, String job) {
    throw new UsageException(
        "Target '" + id + "' is used by job '" + job + "'",
        "Remove that job, or have it use another target, first");
  }
}
