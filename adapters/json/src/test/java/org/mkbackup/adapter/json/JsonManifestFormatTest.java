package org.mkbackup.adapter.json;

import org.mkbackup.contract.ManifestFormatContract;
import org.mkbackup.domain.port.ManifestFormat;

class JsonManifestFormatTest extends ManifestFormatContract {
  @Override
  protected ManifestFormat format() {
    return new JsonManifestFormat();
  }
}
