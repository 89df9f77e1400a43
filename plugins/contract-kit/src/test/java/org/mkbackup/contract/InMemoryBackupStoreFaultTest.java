package org.mkbackup.contract;

class InMemoryBackupStoreFaultTest extends BackupStoreFaultContract {
  private final StorePlace place = new InMemoryBackupStore();

  @Override
  protected StorePlace place() {
    return place;
  }
}
