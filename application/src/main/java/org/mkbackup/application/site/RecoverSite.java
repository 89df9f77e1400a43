package org.mkbackup.application.site;

import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteStatus;
import org.mkbackup.domain.site.SiteTree;

/** Puts in order what a restore that was killed left behind, at the next start of the program. */
public final class RecoverSite {
  private final SiteHome home;
  private final SiteControl control;
  private final SiteAccounts accounts;
  private final RestoreLock lock;

  public RecoverSite(SiteHome home, SiteControl control, SiteAccounts accounts, RestoreLock lock) {
    this.home = home;
    this.control = control;
    this.accounts = accounts;
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
    switch (outcome(site, log)) {
      case NOTHING -> {}
      case FINISHED -> log.info("An interrupted restore of site " + site.name() + " was finished");
      case UNDONE -> log.info(undone(site));
      case UNDONE_WAS_RUNNING -> {
        log.info(undone(site));
        startAgain(site, log);
      }
    }
  }

  /* A site that was started half way, as after a power cut, stands in the way of its own repair. */
  private SiteHome.Recovery outcome(SiteTree site, RunLog log) {
    try {
      return home.recover(site, log);
    } catch (SiteException inTheWay) {
      if (control.status(site.name()) == SiteStatus.STOPPED) {
        throw inTheWay;
      }
      log.warn(inTheWay.getMessage());
      return new Downtime(control)
          .during(
              site.name(),
              true,
              false,
              log,
              () -> {
                accounts.unmountTmpfs(site.name());
                return home.recover(site, log);
              });
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
