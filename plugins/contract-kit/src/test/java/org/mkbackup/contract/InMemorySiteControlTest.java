package org.mkbackup.contract;

import java.util.Optional;
import org.mkbackup.domain.port.SiteControl;
import org.mkbackup.domain.site.SiteStatus;

class InMemorySiteControlTest extends SiteControlContract {
  private final InMemorySiteControl control = new InMemorySiteControl();

  @Override
  protected SiteControl control() {
    return control;
  }

  @Override
  protected void bring(SiteStatus status) {
    control.bring(SITE, status);
  }

  @Override
  protected void failCommands(String lastLine) {
    control.failCommands(Optional.of(lastLine));
  }

  @Override
  protected void failStatus(String lastLine) {
    control.failStatus(Optional.of(lastLine));
  }
}
