package org.mkbackup.adapter.sitearchive;

import org.mkbackup.contract.CompressionEngineContract;
import org.mkbackup.domain.port.CompressionEngine;

class JdkEngineTest extends CompressionEngineContract {

  @Override
  protected CompressionEngine engine() {
    return new JdkEngine();
  }
}
