package org.mkbackup.application.appliance;

import java.util.HashSet;
import java.util.Set;
import org.mkbackup.contract.InMemorySiteControl;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/** Starts and stops sites, noting what is asked. */
final class RecordedSites implements SiteControl {
  private final Calls calls;
  private final InMemorySiteControl control = new InMemorySiteControl();

  final Set<SiteName> killed = new HashSet<>();
  private final Set<SiteName> broken = new HashSet<>();
  private Runnable whenKilled = () -> {};

  RecordedSites(Calls calls) {
    this.calls = calls;
  }

  void run(SiteName site) {
    control.bring(site, SiteStatus.RUNNING);
  }

  private void note(String call) {
    try {
      calls.add(call);
    } catch (ApplianceException e) {
      throw new SiteException(e.what(), "");
    }
  }

  /** Has a site be too broken to be asked for its status. */
  void breakOmd(SiteName site) {
    broken.add(site);
  }

  void whenKilled(Runnable work) {
    whenKilled = work;
  }

  @Override
  public SiteStatus status(SiteName site) {
    if (broken.contains(site)) {
      throw new SiteException("The omd of site " + site + " is broken", "");
    }
    return control.status(site);
  }

  @Override
  public void stop(SiteName site) {
    note("stop " + site);
    control.stop(site);
  }

  @Override
  public void start(SiteName site) {
    note("start " + site);
    control.start(site);
  }

  @Override
  public void reloadCrontab(SiteName site) {
    calls.add("reload crontab " + site);
  }

  @Override
  public void killProcesses(SiteName site) {
    killed.add(site);
    control.bring(site, SiteStatus.STOPPED);
    whenKilled.run();
  }
}
