package org.mkbackup.adapter.sitearchive;

import org.mkbackup.contract.ForgedMember;
import org.mkbackup.contract.SystemArchiverContract;
import org.mkbackup.domain.port.SystemArchiver;

class TarSystemArchiverTest extends SystemArchiverContract {

  @Override
  protected SystemArchiver archiver() {
    return new TarSystemArchiver(Archives.jdkOnly());
  }

  @Override
  protected byte[] forge(ForgedMember... members) {
    return TarForge.of(members);
  }
}
