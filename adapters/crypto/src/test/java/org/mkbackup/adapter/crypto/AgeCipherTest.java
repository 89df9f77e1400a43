package org.mkbackup.adapter.crypto;

import org.mkbackup.contract.ArchiveCipherContract;
import org.mkbackup.domain.key.Key;
import org.mkbackup.domain.port.ArchiveCipher;

class AgeCipherTest extends ArchiveCipherContract {
  private final ArchiveCipher cipher = new AgeCipher();

  @Override
  protected ArchiveCipher cipher() {
    return cipher;
  }

  @Override
  protected Key key() {
    return TestKeys.rsa2048();
  }

  @Override
  protected String passphrase() {
    return TestKeys.PASSPHRASE;
  }

  @Override
  protected Key otherKey() {
    return TestKeys.stock();
  }

  @Override
  protected int headerLength() {
    return AgeFiles.HEADER;
  }
}
