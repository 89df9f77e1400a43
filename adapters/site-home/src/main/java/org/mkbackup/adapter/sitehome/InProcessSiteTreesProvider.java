package org.mkbackup.adapter.sitehome;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteTrees;

/** Offers {@link InProcessSiteTrees} as {@code in-process}. */
public final class InProcessSiteTreesProvider implements AdapterProvider<SiteTrees> {

  @Override
  public String id() {
    return "in-process";
  }

  @Override
  public Class<SiteTrees> port() {
    return SiteTrees.class;
  }

  @Override
  public SiteTrees create(Host host) {
    return new InProcessSiteTrees(new UnixDisk(new LinuxCalls()), new Mounts());
  }
}
