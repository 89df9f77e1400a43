package org.mkbackup.contract;

import java.nio.file.Path;
import org.mkbackup.domain.port.RunLock;

class InMemoryRunLockTest extends RunLockContract {
  private final RunLock lock = new InMemoryRunLock();

  @Override
  protected RunLock lock() {
    return lock;
  }

  @Override
  protected Path directory() {
    return Path.of("/run/lock/mkbackup");
  }
}
