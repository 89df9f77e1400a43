package org.mkbackup.contract;

import org.mkbackup.domain.port.SiteHome;

class SimpleSiteHomeTest extends SiteHomeContract {
  private final SiteHome home = new SimpleSiteHome();

  @Override
  protected SiteHome home() {
    return home;
  }
}
