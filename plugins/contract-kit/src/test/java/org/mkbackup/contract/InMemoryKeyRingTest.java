package org.mkbackup.contract;

import org.mkbackup.domain.port.KeyRing;

class InMemoryKeyRingTest extends KeyRingContract {
  @Override
  protected KeyRing empty() {
    return new InMemoryKeyRing();
  }
}
