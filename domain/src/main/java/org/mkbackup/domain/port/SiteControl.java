package org.mkbackup.domain.port;

import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteStatus;

/**
 * Starts and stops sites and says whether they run. Failures are {@link
 * org.mkbackup.domain.failure.SiteException}s with the site's name and the last line that the
 * command said.
 */
public interface SiteControl {

  SiteStatus status(SiteName site);

  /** Stops a site; returns when it has stopped. */
  void stop(SiteName site);

  /** Starts a site; returns when it has started. */
  void start(SiteName site);

  /** Has a site take over its cron tables anew; returns when that is done. */
  void reloadCrontab(SiteName site);

  /**
   * Ends all that still runs as the site's user, this process and those it descends from excepted:
   * first with a request, after some seconds by force. Nothing to end is no failure.
   */
  void killProcesses(SiteName site);
}
