package org.mkbackup.adapter.backupmk;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MountRepository;

/** Offers the mounts of {@code mkbackup_mounts.conf}. */
public final class MountsConfProvider implements AdapterProvider<MountRepository> {

  @Override
  public String id() {
    return "backup-mk";
  }

  @Override
  public Class<MountRepository> port() {
    return MountRepository.class;
  }

  @Override
  public MountRepository create(Host host) {
    return new MountsConf(host);
  }
}
