package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SystemArchiver;

/** Offers archives of an appliance's directories as tar. */
public final class SystemArchiverProvider implements AdapterProvider<SystemArchiver.Factory> {

  @Override
  public String id() {
    return "tar";
  }

  @Override
  public Class<SystemArchiver.Factory> port() {
    return SystemArchiver.Factory.class;
  }

  @Override
  public SystemArchiver.Factory create(Host host) {
    return (engines, zstd) -> new TarSystemArchiver(new Engines(engines, zstd));
  }
}
