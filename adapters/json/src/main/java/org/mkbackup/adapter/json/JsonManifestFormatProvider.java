package org.mkbackup.adapter.json;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.ManifestFormat;

/** Offers manifests in JSON. */
public final class JsonManifestFormatProvider implements AdapterProvider<ManifestFormat> {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public Class<ManifestFormat> port() {
    return ManifestFormat.class;
  }

  @Override
  public ManifestFormat create(Host host) {
    return new JsonManifestFormat();
  }
}
