package org.mkbackup.adapter.isal;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.CompressionEngine;

/** Offers compression with ISA-L. */
public final class IsalEngineProvider implements AdapterProvider<CompressionEngine> {

  @Override
  public String id() {
    return IsalEngine.ID;
  }

  @Override
  public Class<CompressionEngine> port() {
    return CompressionEngine.class;
  }

  @Override
  public CompressionEngine create(Host host) {
    return new IsalEngine();
  }
}
