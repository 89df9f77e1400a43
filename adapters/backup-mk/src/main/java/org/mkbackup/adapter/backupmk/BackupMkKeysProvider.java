package org.mkbackup.adapter.backupmk;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.KeyRing;

/** Offers the keys of {@code backup_keys.mk}. */
public final class BackupMkKeysProvider implements AdapterProvider<KeyRing> {

  @Override
  public String id() {
    return "backup-mk";
  }

  @Override
  public Class<KeyRing> port() {
    return KeyRing.class;
  }

  @Override
  public KeyRing create(Host host) {
    return BackupMkKeys.of(host);
  }
}
