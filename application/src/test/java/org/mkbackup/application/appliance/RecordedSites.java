package org.mkbackup.application.appliance;

import org.mkbackup.contract.InMemorySiteControl;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/** Starts and stops sites, noting what is asked. */
final class RecordedSites implements SiteControl {
  private final Calls calls;
  private final InMemorySiteControl control = new InMemorySiteControl();

  RecordedSites(Calls calls) {
    this.calls = calls;
  }

  void run(SiteName site) {
    control.bring(site, SiteStatus.RUNNING);
  }

  @Override
  public SiteStatus status(SiteName site) {
    return control.status(site);
  }

  @Override
  public void stop(SiteName site) {
    calls.add("stop " + site);
    control.stop(site);
  }

  @Override
  public void start(SiteName site) {
    calls.add("start " + site);
    control.start(site);
  }

  @Override
  public void reloadCrontab(SiteName site) {
    calls.add("reload crontab " + site);
  }

  @Override
  public void killProcesses(SiteName site) {}
}
