package org.mkbackup.adapter.sitehome;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteHome;

/** Offers {@link EntriesSiteHome} as {@code entries}. */
public final class EntriesSiteHomeProvider implements AdapterProvider<SiteHome.Factory> {

  @Override
  public String id() {
    return "entries";
  }

  @Override
  public Class<SiteHome.Factory> port() {
    return SiteHome.Factory.class;
  }

  @Override
  public SiteHome.Factory create(Host host) {
    return trees -> new EntriesSiteHome(new UnixDisk(new LinuxCalls()), new Mounts(), trees);
  }
}
