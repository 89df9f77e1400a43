package org.mkbackup.adapter.sitearchive;

import org.mkbackup.contract.MemberExtractorContract;
import org.mkbackup.domain.port.MemberExtractor;

class HeldExtractionTest extends MemberExtractorContract {
  @Override
  protected MemberExtractor extractor() {
    return HeldExtraction::into;
  }
}
