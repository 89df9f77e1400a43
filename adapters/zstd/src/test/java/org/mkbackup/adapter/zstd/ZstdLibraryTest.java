package org.mkbackup.adapter.zstd;

import org.mkbackup.contract.ZstdCodecContract;
import org.mkbackup.domain.port.ZstdCodec;

class ZstdLibraryTest extends ZstdCodecContract {
  private final ZstdCodec codec = new ZstdLibrary();

  @Override
  protected ZstdCodec codec() {
    return codec;
  }
}
