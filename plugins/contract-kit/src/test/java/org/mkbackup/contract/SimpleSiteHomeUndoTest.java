package org.mkbackup.contract;

import org.mkbackup.domain.port.SiteHome;

class SimpleSiteHomeUndoTest extends SiteHomeUndoContract {
  private final SiteHome home = new SimpleSiteHome();

  @Override
  protected SiteHome home() {
    return home;
  }
}
