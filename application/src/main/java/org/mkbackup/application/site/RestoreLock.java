package org.mkbackup.application.site;

import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * Keeps a restore of a site apart from other restores and from backups of it, of {@code omd} and
 * {@code mkbackup} alike. It is another lock than that of {@code mkbackup}, which is held while
 * {@code mkbackup}, this one or Checkmk's, calls {@code omd restore}.
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
    try {
      return locks.take(host.path("/run/lock/mkbackup/omd-restore-" + site.name() + ".lock"), 0666);
    } catch (BusyException e) {
      throw new BusyException(
          "Site " + site.name() + " is being backed up or restored: " + e.what(), e.hint(), e);
    }
  }

  /**
   * The same for a backup. Where a site's user can't have the lock, a backup without is worth more
   * than none: a restore by that user is refused there, too.
   */
  RunLock.Held takeWherePossible(SiteTree site, RunLog log) {
    try {
      return take(site);
    } catch (SiteException e) {
      if (host.context() == Context.SYSTEM) {
        throw e;
      }
      log.warn(
          "The backup isn't kept apart from a restore that root begins meanwhile: "
              + e.getMessage());
      return () -> {};
    }
  }
}
