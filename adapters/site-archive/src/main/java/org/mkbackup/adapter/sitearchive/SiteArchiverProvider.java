package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteArchiver;

/** Offers site archives as tar. */
public final class SiteArchiverProvider implements AdapterProvider<SiteArchiver.Factory> {

  @Override
  public String id() {
    return "tar";
  }

  @Override
  public Class<SiteArchiver.Factory> port() {
    return SiteArchiver.Factory.class;
  }

  @Override
  public SiteArchiver.Factory create(Host host) {
    return (engines, zstd) -> new TarSiteArchiver(new Engines(engines, zstd));
  }
}
