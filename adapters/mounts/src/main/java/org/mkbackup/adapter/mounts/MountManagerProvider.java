package org.mkbackup.adapter.mounts;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MountManager;

/** Offers the mounts of this machine; to a site, and in a relocated root, without a change. */
public final class MountManagerProvider implements AdapterProvider<MountManager> {

  @Override
  public String id() {
    return "mounts";
  }

  @Override
  public Class<MountManager> port() {
    return MountManager.class;
  }

  @Override
  public MountManager create(Host host) {
    if (host.isRelocated()) {
      return new RelocatedMounts(host);
    }
    MountPoints points = MountPoints.of(host);
    return host.context() == Context.SITE
        ? new SiteMounts(points)
        : new SystemMounts(points, host.path("/run/mkbackup/mounts"));
  }
}
