package org.mkbackup.contract;

import org.mkbackup.domain.port.SkeletonConverter;

class SimpleSkeletonConverterTest extends SkeletonConverterContract {
  @Override
  protected SkeletonConverter converter() {
    return new SimpleSkeletonConverter();
  }
}
