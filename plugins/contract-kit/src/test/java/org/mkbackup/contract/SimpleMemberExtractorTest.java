package org.mkbackup.contract;

import org.mkbackup.domain.port.MemberExtractor;

class SimpleMemberExtractorTest extends MemberExtractorContract {
  @Override
  protected MemberExtractor extractor() {
    return new SimpleMemberExtractor();
  }
}
