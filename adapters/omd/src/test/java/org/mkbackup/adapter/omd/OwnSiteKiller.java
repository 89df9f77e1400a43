package org.mkbackup.adapter.omd;

import java.time.Duration;
import org.mkbackup.domain.site.SiteName;

/** A program that a site's user runs to end all that is its own. */
final class OwnSiteKiller {
  private OwnSiteKiller() {}

  public static void main(String[] arguments) {
    new SiteProcesses(Duration.ofSeconds(20))
        .end(new SiteName("heute"), Long.parseLong(arguments[0]));
  }
}
