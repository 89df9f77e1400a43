package org.mkbackup.adapter.flock;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;

/** Offers locks by {@code flock(2)}. */
public final class FlockProvider implements AdapterProvider<RunLock> {
  private static final String SHARED_BY_ALL_SITES = "/run/lock/mkbackup";

  @Override
  public String id() {
    return "flock";
  }

  @Override
  public Class<RunLock> port() {
    return RunLock.class;
  }

  @Override
  public RunLock create(Host host) {
    return new FlockRunLock(new LockDirectory(host.path(SHARED_BY_ALL_SITES)));
  }
}
