package org.mkbackup.adapter.zstd;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.ZstdCodec;

/** Offers compression with zstd. */
public final class ZstdCodecProvider implements AdapterProvider<ZstdCodec> {

  @Override
  public String id() {
    return "zstd";
  }

  @Override
  public Class<ZstdCodec> port() {
    return ZstdCodec.class;
  }

  @Override
  public ZstdCodec create(Host host) {
    return new ZstdLibrary();
  }
}
