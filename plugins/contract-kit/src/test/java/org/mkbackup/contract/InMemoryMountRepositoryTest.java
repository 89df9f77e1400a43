package org.mkbackup.contract;

import java.util.Optional;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.port.MountRepository;

class InMemoryMountRepositoryTest extends MountRepositoryContract {
  private InMemoryMountRepository mounts = new InMemoryMountRepository();

  @Override
  protected MountRepository empty() {
    return mounts;
  }

  @Override
  protected MountRepository senseless() {
    mounts = new InMemoryMountRepository(WRONG);
    return mounts;
  }

  @Override
  protected Optional<String> keptUser(MountId id) {
    return mounts.user(id);
  }
}
