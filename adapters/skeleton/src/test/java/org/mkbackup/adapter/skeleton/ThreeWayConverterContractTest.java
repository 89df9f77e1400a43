package org.mkbackup.adapter.skeleton;

import org.mkbackup.contract.SkeletonConverterContract;
import org.mkbackup.domain.port.SkeletonConverter;

class ThreeWayConverterContractTest extends SkeletonConverterContract {

  @Override
  protected SkeletonConverter converter() {
    return new ThreeWayConverter();
  }
}
