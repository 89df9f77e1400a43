package org.mkbackup.application.site;

import java.util.function.Supplier;
import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/** Has a site stand still while something is done to it, and run again afterwards. */
final class Downtime {
  private final SiteControl control;

  Downtime(SiteControl control) {
    this.control = control;
  }

  /** Whether the site runs, at least in part; refused unless it may be stopped. */
  boolean isRunning(SiteName site, boolean mayStop) {
    boolean running = control.status(site) != SiteStatus.STOPPED;
    if (running && !mayStop) {
      throw new SiteException(
          "Site " + site + " is running", "Stop it first, or have it stopped with --kill");
    }
    return running;
  }

  /**
   * Does the work while the site is stopped. A site that had been running runs again afterwards,
   * whether the work was good or not, unless it is {@link Unfit}. If it doesn't, the work's failure
   * carries that, too.
   *
   * @param startAnyway whether to start a stopped site, too, when the work was good
   */
  <T> T during(
      SiteName site, boolean wasRunning, boolean startAnyway, RunLog log, Supplier<T> work) {
    T result;
    try {
      if (wasRunning) {
        log.info("Stopping site " + site);
        control.stop(site);
        control.killProcesses(site);
      }
      result = work.get();
    } catch (Unfit unfit) {
      throw unfit;
    } catch (RuntimeException | Error failure) {
      if (wasRunning) {
        startAgain(site, log, failure);
      }
      throw failure;
    }
    if (wasRunning || startAnyway) {
      log.info("Starting site " + site);
      Uninterrupted.run(() -> control.start(site));
    }
    return result;
  }

  private void startAgain(SiteName site, RunLog log, Throwable failure) {
    try {
      log.info("Starting site " + site + " again");
      Uninterrupted.run(() -> control.start(site));
    } catch (SiteException e) {
      failure.addSuppressed(
          new SiteException(
              "Site " + site + " is stopped: " + e.what(), "Start it with 'omd start'", e));
    }
  }

  /** A failure that left the site in no state to be started. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Wraps what failed.
     *
     * @param failure a {@link RuntimeException} or an {@link Error}
     */
    Unfit(Throwable failure) {
      super(failure);
    }

    /** What failed, to be thrown as it was; an {@link Error} is thrown right here. */
    RuntimeException failure() {
      if (getCause() instanceof Error error) {
        throw error;
      }
      return getCause() instanceof RuntimeException known ? known : this;
    }
  }
}
