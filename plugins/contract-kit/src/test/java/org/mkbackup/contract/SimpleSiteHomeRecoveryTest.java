package org.mkbackup.contract;

import org.mkbackup.domain.port.SiteHome;

class SimpleSiteHomeRecoveryTest extends SiteHomeRecoveryContract {
  private final SiteHome home = new SimpleSiteHome();

  @Override
  protected SiteHome home() {
    return home;
  }
}
