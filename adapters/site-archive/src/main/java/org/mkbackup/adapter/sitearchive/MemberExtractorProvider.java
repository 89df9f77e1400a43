package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberExtractor;

/** Offers to make members of archives below directories that are held while it works. */
public final class MemberExtractorProvider implements AdapterProvider<MemberExtractor> {

  @Override
  public String id() {
    return "held";
  }

  @Override
  public Class<MemberExtractor> port() {
    return MemberExtractor.class;
  }

  @Override
  public MemberExtractor create(Host host) {
    return HeldExtraction::into;
  }
}
