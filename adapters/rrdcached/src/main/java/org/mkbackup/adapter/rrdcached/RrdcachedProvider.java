package org.mkbackup.adapter.rrdcached;

import java.time.Duration;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RrdUpdates;

/** Offers the site's own rrdcached. */
public final class RrdcachedProvider implements AdapterProvider<RrdUpdates.Daemon> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "rrdcached";
  }

  @Override
  public Class<RrdUpdates.Daemon> port() {
    return RrdUpdates.Daemon.class;
  }

  @Override
  public RrdUpdates.Daemon create(Host host) {
    return new Rrdcached(PATIENCE);
  }
}
