package org.mkbackup.contract;

import java.time.Clock;
import org.mkbackup.domain.port.ArchiveCipher;
import org.mkbackup.domain.port.KeyMaker;

class InMemoryKeyMakerTest extends KeyMakerContract {

  @Override
  protected KeyMaker maker(Clock clock) {
    return new InMemoryKeyMaker(clock);
  }

  @Override
  protected ArchiveCipher cipher() {
    return new InMemoryArchiveCipher();
  }
}
