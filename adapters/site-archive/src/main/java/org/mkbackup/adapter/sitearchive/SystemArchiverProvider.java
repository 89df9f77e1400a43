package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SystemArchiver;

/** Offers archives of an appliance's directories as tar. */
public final class SystemArchiverProvider implements AdapterProvider<SystemArchiver> {

  @Override
  public String id() {
    return "tar";
  }

  @Override
  public Class<SystemArchiver> port() {
    return SystemArchiver.class;
  }

  @Override
  public SystemArchiver create(Host host) {
    return new TarSystemArchiver(new JdkDeflateEngine());
  }
}
