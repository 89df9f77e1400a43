package org.mkbackup.adapter.sitehome;

import org.mkbackup.contract.SiteHomeRecoveryContract;
import org.mkbackup.domain.port.SiteHome;

class EntriesSiteHomeRecoveryTest extends SiteHomeRecoveryContract {

  @Override
  protected SiteHome home() {
    Mounts mounts = new Mounts();
    return new EntriesSiteHome(
        new UnixDisk(new LinuxCalls()),
        mounts,
        new InProcessSiteTrees(new UnixDisk(new LinuxCalls()), mounts));
  }
}
