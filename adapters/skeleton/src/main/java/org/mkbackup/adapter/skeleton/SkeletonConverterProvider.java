package org.mkbackup.adapter.skeleton;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SkeletonConverter;

/** Offers the {@link SkeletonConverter} that merges by lines. */
public final class SkeletonConverterProvider implements AdapterProvider<SkeletonConverter> {
  @Override
  public String id() {
    return "three-way";
  }

  @Override
  public Class<SkeletonConverter> port() {
    return SkeletonConverter.class;
  }

  @Override
  public SkeletonConverter create(Host host) {
    return new ThreeWayConverter();
  }
}
