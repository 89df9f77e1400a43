package org.mkbackup.domain.port;

import java.nio.file.Path;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * Holds the updates of RRD files, so that none changes while it is read. Nothing here ever fails
 * the backup: whatever the daemon does (errors, hanging up, restarting, no answer in bounded time)
 * is said to the log, and the file is read as it stands.
 */
public interface RrdUpdates extends AutoCloseable {

  /** Connects to the daemon of a site. */
  interface Daemon {
    RrdUpdates connect(SiteTree site, RunLog log);
  }

  /** Called before an RRD is opened; returns when its updates are held, or can't be. */
  void hold(Path rrd);

  /** Called when it has been read. */
  void release(Path rrd);

  /** Lets go of all that may still be held, and hangs up. */
  @Override
  void close();
}
