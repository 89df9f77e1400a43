package org.mkbackup.adapter.sitehome;

import org.mkbackup.contract.SiteHomeUndoContract;
import org.mkbackup.domain.port.SiteHome;

class WholeSiteHomeUndoTest extends SiteHomeUndoContract {

  @Override
  protected SiteHome home() {
    Mounts mounts = new Mounts();
    return new WholeSiteHome(
        new UnixDisk(new LinuxCalls()),
        mounts,
        new InProcessSiteTrees(new UnixDisk(new LinuxCalls()), mounts));
  }
}
