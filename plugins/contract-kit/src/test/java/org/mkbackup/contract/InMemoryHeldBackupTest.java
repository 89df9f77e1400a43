package org.mkbackup.contract;

class InMemoryHeldBackupTest extends HeldBackupContract {
  private final StorePlace place = new InMemoryBackupStore();

  @Override
  protected StorePlace place() {
    return place;
  }
}
