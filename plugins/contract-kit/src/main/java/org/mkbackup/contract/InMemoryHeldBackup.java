package org.mkbackup.contract;

import java.io.InputStream;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.port.HeldBackup;

/** A backup in memory that is held, whatever it is called by now. */
final class InMemoryHeldBackup implements HeldBackup {
  private final InMemoryBackupStore store;
  private volatile BackupId id;

  InMemoryHeldBackup(InMemoryBackupStore store, BackupId id) {
    this.store = store;
    this.id = id;
  }

  BackupId id() {
    return id;
  }

  void renamed(BackupId to) {
    id = to;
  }

  @Override
  public InputStream open(String file) {
    return store.open(id, file);
  }

  @Override
  public long size(String file) {
    return store.size(id, file);
  }

  @Override
  public void close() {
    store.letGo(this);
  }
}
