package org.mkbackup.application.job;

import org.mkbackup.application.run.Uninterrupted;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.MountManager;

/** A target's store while it can be reached. The store may not be used after the close. */
public final class OpenTarget implements AutoCloseable {
  private final BackupStore store;
  private final MountManager.Use mount;

  OpenTarget(BackupStore store, MountManager.Use mount) {
    this.store = store;
    this.mount = mount;
  }

  public BackupStore store() {
    return store;
  }

  @Override
  public void close() {
    Uninterrupted.run(mount::close);
  }
}
