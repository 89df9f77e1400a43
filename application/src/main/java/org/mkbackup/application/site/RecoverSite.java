package org.mkbackup.application.site;

import java.util.Optional;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.port.SiteHome;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
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

  /**
   * Puts the site in order, and keeps restores of it away until the caller closes what is returned.
   *
   * @throws org.mkbackup.domain.failure.BusyException if one is at work right now
   */
  RunLock.Held hold(SiteTree site, RunLog log) {
    RunLock.Held held = home.isHalfDone(site) ? lock.take(site) : lock.takeWherePossible(site, log);
    try {
      recover(site, log);
      return held;
    } catch (RuntimeException | Error failure) {
      held.close();
      throw failure;
    }
  }

  /** For whoever holds the lock already, or is the child process of one who does. */
  public void recover(SiteTree site, RunLog log) {
    SiteName name = site.name();
    boolean ran = home.mustUndo(site) && haltHalfSwapped(name, log);
    try {
      ran |= tell(home.recover(site, log), name, log);
    } catch (RuntimeException | Error failure) {
      if (isHalfSwapped(site)) {
        failure.addSuppressed(SiteFiles.halfSwapped(name));
      } else if (ran) {
        start(name, log);
      }
      throw failure;
    }
    if (ran && control.status(name) != SiteStatus.RUNNING) {
      start(name, log);
    }
    if (ran) {
      attempt(() -> home.settle(site), log);
    }
  }

  /** Whether the site's files are such that it may not be started; so if that can't be told. */
  public boolean isHalfSwapped(SiteTree site) {
    try {
      return home.mustUndo(site);
    } catch (SiteException e) {
      return true;
    }
  }

  /* Says whether the site had been running when its restore began. */
  private static boolean tell(SiteHome.Recovery found, SiteName site, RunLog log) {
    String restore = "An interrupted restore of site " + site;
    switch (found) {
      case NOTHING -> {}
      case WAS_RUNNING -> log.info(restore + " had stopped it");
      case FINISHED, FINISHED_WAS_RUNNING -> log.info(restore + " was finished");
      case UNDONE, UNDONE_WAS_RUNNING -> log.info(restore + " was undone");
    }
    return found == SiteHome.Recovery.WAS_RUNNING
        || found == SiteHome.Recovery.FINISHED_WAS_RUNNING
        || found == SiteHome.Recovery.UNDONE_WAS_RUNNING;
  }

  /* A boot starts whatever stands there. Half a site may not hear of a stop, nor tell its status. */
  private boolean haltHalfSwapped(SiteName site, RunLog log) {
    Optional<SiteStatus> status = status(site, log);
    if (!status.equals(Optional.of(SiteStatus.STOPPED))) {
      log.info("Stopping site " + site + ", which an interrupted restore left half swapped");
      attempt(() -> control.stop(site), log);
      attempt(() -> control.killProcesses(site), log);
    }
    attempt(() -> accounts.unmountTmpfs(site), log);
    return status.filter(known -> known != SiteStatus.STOPPED).isPresent();
  }

  private Optional<SiteStatus> status(SiteName site, RunLog log) {
    try {
      return Optional.of(control.status(site));
    } catch (SiteException e) {
      log.verbose(e.getMessage());
      return Optional.empty();
    }
  }

  private void start(SiteName site, RunLog log) {
    attempt(() -> control.start(site), log);
  }

  private static void attempt(Runnable step, RunLog log) {
    try {
      Uninterrupted.run(step);
    } catch (SiteException e) {
      log.warn(e.getMessage());
    }
  }
}
