package org.mkbackup.adapter.omd;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteOmd;

/** Offers archives and restores by the {@code omd} command of the site's own version. */
public final class SiteOmdProvider implements AdapterProvider<SiteOmd> {

  @Override
  public String id() {
    return "omd";
  }

  @Override
  public Class<SiteOmd> port() {
    return SiteOmd.class;
  }

  @Override
  public SiteOmd create(Host host) {
    return new VersionOmd(host);
  }
}
