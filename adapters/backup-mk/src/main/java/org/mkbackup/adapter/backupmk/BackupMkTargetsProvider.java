package org.mkbackup.adapter.backupmk;

import java.util.Optional;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.TargetRepository;

/** Offers the targets of {@code backup.mk}; in a site, those of the appliance too. */
public final class BackupMkTargetsProvider implements AdapterProvider<TargetRepository> {

  @Override
  public String id() {
    return "backup-mk";
  }

  @Override
  public Class<TargetRepository> port() {
    return TargetRepository.class;
  }

  @Override
  public TargetRepository create(Host host) {
    return new BackupMkTargets(
        BackupMk.of(host),
        host.context() == Context.SITE
            ? Optional.of(BackupMk.ofAppliance(host))
            : Optional.empty());
  }
}
