package org.mkbackup.adapter.sitehome;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteHome;

/** Offers {@link WholeSiteHome} as {@code whole}. */
public final class WholeSiteHomeProvider implements AdapterProvider<SiteHome.Factory> {

  @Override
  public String id() {
    return "whole";
  }

  @Override
  public Class<SiteHome.Factory> port() {
    return SiteHome.Factory.class;
  }

  @Override
  public SiteHome.Factory create(Host host) {
    return trees -> new WholeSiteHome(new UnixDisk(new LinuxCalls()), new Mounts(), trees);
  }
}
