package org.mkbackup.adapter.flock;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLockContract;
import org.mkbackup.domain.port.RunLock;

class FlockRunLockTest extends RunLockContract {
  @TempDir private Path root;

  @Override
  protected RunLock lock() {
    return new FlockRunLock(new LockDirectory(directory()));
  }

  @Override
  protected Path directory() {
    return root.resolve("run/lock/mkbackup");
  }
}
