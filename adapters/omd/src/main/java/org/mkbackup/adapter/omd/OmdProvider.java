package org.mkbackup.adapter.omd;

import java.time.Duration;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteControl;

/** Offers control by the {@code omd} command of the site's own version. */
public final class OmdProvider implements AdapterProvider<SiteControl> {
  private static final OmdSiteControl.Limits LIMITS =
      new OmdSiteControl.Limits(
          Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofSeconds(10));

  @Override
  public String id() {
    return "omd";
  }

  @Override
  public Class<SiteControl> port() {
    return SiteControl.class;
  }

  @Override
  public SiteControl create(Host host) {
    return OmdSiteControl.on(host, LIMITS);
  }
}
