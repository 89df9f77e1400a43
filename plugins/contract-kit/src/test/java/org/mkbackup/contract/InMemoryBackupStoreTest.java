package org.mkbackup.contract;

class InMemoryBackupStoreTest extends BackupStoreContract {
  private final StorePlace place = new InMemoryBackupStore();

  @Override
  protected StorePlace place() {
    return place;
  }
}
