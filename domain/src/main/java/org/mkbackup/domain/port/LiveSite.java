package org.mkbackup.domain.port;

import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * What it takes to read the files of a running site as they should be.
 *
 * @param rrds holds updates of RRD files while they are read
 * @param history copies the event history
 */
public record LiveSite(RrdUpdates rrds, HistorySnapshots history) implements AutoCloseable {

  /** Reaches a running site. */
  public interface Reach {
    /** Never fails: a site whose daemons can't be reached is read as it is, and the log says so. */
    LiveSite reach(SiteTree site, RunLog log);
  }

  @Override
  public void close() {
    rrds.close();
  }
}
