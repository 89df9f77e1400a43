package org.mkbackup.application.appliance;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteAccounts;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteStatus;
import org.mkbackup.domain.site.SiteTree;

/** Has all sites of an appliance stand still, and run again. */
final class StandStill {
  private final SiteControl control;
  private final SiteAccounts accounts;
  private final Set<SiteTree> still = new HashSet<>();
  private final List<SiteTree> hadRun = new ArrayList<>();

  StandStill(SiteControl control, SiteAccounts accounts) {
    this.control = control;
    this.accounts = accounts;
  }

  /**
   * Stops the sites that run, and frees what is mounted at the {@code tmp} of all of them. What it
   * has done to a site, it doesn't do again. A site that is too broken to be asked or stopped loses
   * its processes all the same: what is about to be restored may be what is broken.
   */
  void begin(List<SiteTree> sites, RunLog log) {
    for (SiteTree site : sites) {
      if (still.add(site)) {
        stop(site, log);
        control.killProcesses(site.name());
        accounts.unmountTmpfs(site.name());
      }
    }
  }

  private void stop(SiteTree site, RunLog log) {
    try {
      if (control.status(site.name()) != SiteStatus.STOPPED) {
        hadRun.add(site);
        log.info("Stopping site " + site.name());
        control.stop(site.name());
      }
    } catch (SiteException e) {
      log.warn("The processes of site " + site.name() + " are ended: " + e.getMessage());
    }
  }

  boolean isNeededBySites() {
    return !hadRun.isEmpty();
  }

  /** Starts those of the sites that had run and don't, as far as they can be started. */
  void end(List<SiteTree> sites, RunLog log) {
    hadRun.stream().filter(sites::contains).forEach(site -> start(site, log));
  }

  /** Starts all sites that had run but those that are in no state to be started. */
  void endBut(Predicate<SiteTree> unfit, RunLog log) {
    end(hadRun.stream().filter(unfit.negate()).toList(), log);
    hadRun.stream()
        .filter(unfit)
        .forEach(site -> log.warn("Site " + site.name() + " is left stopped: it is half replaced"));
  }

  private void start(SiteTree site, RunLog log) {
    if (!Files.isDirectory(site.home(), LinkOption.NOFOLLOW_LINKS)) {
      log.warn(notStarted(site) + site.home() + " is not there");
      return;
    }
    try {
      if (control.status(site.name()) == SiteStatus.STOPPED) {
        log.info("Starting site " + site.name() + " again");
        control.start(site.name());
      }
    } catch (SiteException e) {
      log.warn(notStarted(site) + e.getMessage());
    }
  }

  private static String notStarted(SiteTree site) {
    return "Site " + site.name() + " had run, and is not started: ";
  }
}
