package org.mkbackup.domain.port;

import java.io.InputStream;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;

/** A backup of a store that can't hold any. */
record NotHeld(BackupStore store, BackupId backup) implements HeldBackup {
  NotHeld {
    store.size(backup, BackupManifest.FILE_NAME);
  }

  @Override
  public InputStream open(String file) {
    return store.open(backup, file);
  }

  @Override
  public long size(String file) {
    return store.size(backup, file);
  }

  @Override
  public void close() {}
}
