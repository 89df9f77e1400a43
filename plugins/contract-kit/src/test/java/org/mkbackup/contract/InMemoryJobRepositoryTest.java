package org.mkbackup.contract;

import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.JobRepository;

class InMemoryJobRepositoryTest extends JobRepositoryContract {
  @Override
  protected JobRepository holding(Literal.Dict entries) {
    return new InMemoryJobRepository(entries);
  }
}
