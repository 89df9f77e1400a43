package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteArchiver;

/** Offers site archives as tar. */
public final class SiteArchiverProvider implements AdapterProvider<SiteArchiver> {

  @Override
  public String id() {
    return "tar";
  }

  @Override
  public Class<SiteArchiver> port() {
    return SiteArchiver.class;
  }

  @Override
  public SiteArchiver create(Host host) {
    return new TarSiteArchiver(new JdkDeflateEngine());
  }
}
