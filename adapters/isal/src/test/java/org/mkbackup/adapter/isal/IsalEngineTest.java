package org.mkbackup.adapter.isal;

import org.mkbackup.contract.CompressionEngineContract;
import org.mkbackup.domain.port.CompressionEngine;

class IsalEngineTest extends CompressionEngineContract {
  private final CompressionEngine engine = new IsalEngine();

  @Override
  protected CompressionEngine engine() {
    return engine;
  }
}
