package org.mkbackup.application.site;

import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.site.SiteTree;

/**
 * Keeps two restores of one site apart. It is another lock than that of {@code mkbackup}, which is
 * held while {@code mkbackup}, this one or Checkmk's, calls {@code omd restore}.
 */
public final class RestoreLock {
  private final Host host;
  private final RunLock locks;

  public RestoreLock(Host host, RunLock locks) {
    this.host = host;
    this.locks = locks;
  }

  /** Root and the site's user must both be able to take it, whoever makes the file. */
  RunLock.Held take(SiteTree site) {
    return locks.take(host.path("/run/lock/mkbackup/omd-restore-" + site.name() + ".lock"), 0666);
  }
}
