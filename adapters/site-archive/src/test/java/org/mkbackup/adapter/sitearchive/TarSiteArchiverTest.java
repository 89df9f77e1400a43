package org.mkbackup.adapter.sitearchive;

import org.mkbackup.contract.ForgedMember;
import org.mkbackup.contract.SiteArchiverContract;
import org.mkbackup.domain.port.SiteArchiver;

class TarSiteArchiverTest extends SiteArchiverContract {

  @Override
  protected SiteArchiver archiver() {
    return new TarSiteArchiver(Archives.jdkOnly());
  }

  @Override
  protected byte[] forge(ForgedMember... members) {
    return TarForge.of(members);
  }
}
