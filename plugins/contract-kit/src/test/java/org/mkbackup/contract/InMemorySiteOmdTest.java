package org.mkbackup.contract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mkbackup.domain.port.SiteOmd;
import org.mkbackup.domain.site.SiteTree;

class InMemorySiteOmdTest extends SiteOmdContract {
  private InMemorySiteOmd omd = InMemorySiteOmd.endless();

  @Override
  protected SiteOmd omd(Script script) {
    omd =
        InMemorySiteOmd.saying(
            script.writes().getBytes(StandardCharsets.UTF_8), script.says(), script.exit());
    return omd;
  }

  @Override
  protected SiteOmd endless() {
    return omd;
  }

  @Override
  protected SiteTree site() {
    return new SiteTree(SITE, Path.of("/omd/sites", SITE.value()));
  }

  @Override
  protected byte[] read() {
    return omd.read();
  }
}
