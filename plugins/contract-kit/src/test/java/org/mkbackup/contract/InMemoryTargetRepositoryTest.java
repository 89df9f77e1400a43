package org.mkbackup.contract;

import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.TargetRepository;

class InMemoryTargetRepositoryTest extends TargetRepositoryContract {
  @Override
  protected TargetRepository holding(Literal.Dict own, Literal.Dict appliance) {
    return new InMemoryTargetRepository(own, appliance);
  }
}
