package org.mkbackup.application.site;

import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** Puts in order what a restore that was killed left behind, at the next start of the program. */
public final class RecoverSite {
  private final SiteHome home;
  private final SiteControl control;
  private final RestoreLock lock;

  public RecoverSite(SiteHome home, SiteControl control, RestoreLock lock) {
    this.home = home;
    this.control = control;
    this.lock = lock;
  }

  /**
   * Does nothing if no restore was interrupted.
   *
   * @throws org.mkbackup.domain.failure.BusyException if one is at work right now
   */
  public void run(SiteTree site, RunLog log) {
    if (!home.isHalfDone(site)) {
      return;
    }
    try (RunLock.Held held = lock.take(site)) {
      recover(site, log);
    }
  }

  /** For whoever holds the lock already. */
  void recover(SiteTree site, RunLog log) {
    switch (home.recover(site, log)) {
      case NOTHING -> {}
      case FINISHED -> log.info("An interrupted restore of site " + site.name() + " was finished");
      case UNDONE -> log.info(undone(site));
      case UNDONE_WAS_RUNNING -> {
        log.info(undone(site));
        startAgain(site, log);
      }
    }
  }

  private static String undone(SiteTree site) {
    return "An interrupted restore of site " + site.name() + " was undone";
  }

  private void startAgain(SiteTree site, RunLog log) {
    try {
      control.start(site.name());
    } catch (SiteException e) {
      log.warn(e.getMessage());
    }
  }
}
