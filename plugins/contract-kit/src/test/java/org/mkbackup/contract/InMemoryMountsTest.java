package org.mkbackup.contract;

import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.MountManager;

class InMemoryMountsTest extends MountManagerContract {
  private final Mount mount = Mount.of(new MountId("nas"), MountType.NFS, "store:/x", "");
  private final InMemoryMounts manager = new InMemoryMounts();

  @Override
  protected MountManager manager() {
    return manager;
  }

  @Override
  protected Mount mount() {
    return mount;
  }

  @Override
  protected Undo silence() {
    manager.setSilent(mount, true);
    return () -> manager.setSilent(mount, false);
  }

  @Override
  protected Undo occupy() {
    manager.setBusy(mount, true);
    return () -> manager.setBusy(mount, false);
  }
}
