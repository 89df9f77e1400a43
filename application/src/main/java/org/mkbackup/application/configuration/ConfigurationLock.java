package org.mkbackup.application.configuration;

import java.nio.file.Path;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;

/**
 * Keeps changes of jobs, targets and keys of a context apart, so that what one has checked still
 * holds when it writes: that no job uses the target that is removed. Runs don't take it.
 */
public final class ConfigurationLock {
  private final Host host;
  private final RunLock locks;

  public ConfigurationLock(Host host, RunLock locks) {
    this.host = host;
    this.locks = locks;
  }

  /**
   * Takes the lock without waiting.
   *
   * @throws BusyException if somebody else is changing the configuration
   */
  public RunLock.Held take() {
    try {
      return locks.take(file(), 0660);
    } catch (BusyException e) {
      throw new BusyException(
          "Somebody else is changing the configuration: " + e.what(), "Try it again", e);
    }
  }

  private Path file() {
    return host.context() == Context.SYSTEM
        ? host.path("/run/lock/mkbackup/mkbackup-configuration.lock")
        : host.path(
            "/run/lock/mkbackup/mkbackup-" + host.requireOwnSite().name() + "-configuration.lock");
  }
}
