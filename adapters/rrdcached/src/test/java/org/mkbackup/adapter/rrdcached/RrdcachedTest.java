package org.mkbackup.adapter.rrdcached;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mkbackup.contract.RrdUpdatesContract;
import org.mkbackup.domain.port.RrdUpdates;
import org.mkbackup.domain.site.SiteTree;

/** The contract, with Debian's rrdcached. */
class RrdcachedTest extends RrdUpdatesContract {
  private SiteDirectory directory;
  private RealRrdcached real;

  @BeforeEach
  void launch() throws IOException {
    directory = new SiteDirectory();
    real = new RealRrdcached(site());
  }

  @AfterEach
  void end() throws IOException {
    real.close();
    directory.close();
  }

  @Override
  protected RrdUpdates.Daemon daemon() {
    return new Rrdcached(Duration.ofSeconds(10));
  }

  @Override
  protected SiteTree site() {
    return directory.site("heute");
  }

  @Override
  protected SiteTree siteWithoutDaemon() {
    return directory.site("silent");
  }

  @Override
  protected Path rrd(String name) {
    return real.rrd(name);
  }

  @Override
  protected boolean isHeld(Path rrd) {
    return real.isHeld(rrd);
  }

  @Override
  protected void stopDaemon() {
    real.stop();
  }

  @Override
  protected void startDaemon() {
    try {
      real.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
