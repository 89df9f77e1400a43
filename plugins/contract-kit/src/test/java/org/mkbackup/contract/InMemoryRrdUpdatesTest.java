package org.mkbackup.contract;

import java.nio.file.Path;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.RawName;

class InMemoryRrdUpdatesTest extends RrdUpdatesContract {
  private static final SiteTree SITE = tree("heute");
  private static final SiteTree SILENT_SITE = tree("silent");

  private final InMemoryRrdUpdates running = new InMemoryRrdUpdates();

  @Override
  protected RrdUpdates.Daemon daemon() {
    InMemoryRrdUpdates stopped = new InMemoryRrdUpdates();
    stopped.stop();
    return (SiteTree site, RunLog log) ->
        (site.equals(SITE) ? running : stopped).connect(site, log);
  }

  @Override
  protected SiteTree site() {
    return SITE;
  }

  @Override
  protected SiteTree siteWithoutDaemon() {
    return SILENT_SITE;
  }

  @Override
  protected Path rrd(String name) {
    return RawName.resolve(SITE.home().resolve("var/check_mk/rrd"), RawName.ofText(name));
  }

  @Override
  protected boolean isHeld(Path rrd) {
    return running.isHeld(rrd);
  }

  @Override
  protected void stopDaemon() {
    running.stop();
  }

  @Override
  protected void startDaemon() {
    running.start();
  }

  private static SiteTree tree(String name) {
    return new SiteTree(new SiteName(name), Path.of("/omd/sites", name));
  }
}
