package org.mkbackup.contract;

import org.mkbackup.domain.port.SystemArchiver;

class SimpleSystemArchiverTest extends SystemArchiverContract {

  @Override
  protected SystemArchiver archiver() {
    return new SimpleSystemArchiver();
  }

  @Override
  protected byte[] forge(ForgedMember... members) {
    return SimpleSiteArchiverTest.archive(members);
  }
}
