package org.mkbackup.adapter.sitehome;

import org.mkbackup.contract.SiteTreesContract;
import org.mkbackup.domain.port.SiteTrees;

class InProcessSiteTreesTest extends SiteTreesContract {

  @Override
  protected SiteTrees trees() {
    return new InProcessSiteTrees(new UnixDisk(new LinuxCalls()), new Mounts());
  }
}
