package org.mkbackup.domain.port;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.Exclusions;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;

/**
 * The {@code omd} of a version, where that is to archive and restore a site itself. What it says on
 * its standard error goes to the log while it runs. It succeeds if it ends with 0; all else is a
 * {@link org.mkbackup.domain.failure.SiteException} with its exit code and the last line that it
 * said. An interrupt of the thread ends it, and this with a {@link
 * org.mkbackup.domain.failure.StoppedException}.
 */
public interface SiteOmd {

  /**
   * What {@code omd backup -} of the site's own version writes, as the site's user. The sink is
   * flushed, but not closed.
   *
   * @throws org.mkbackup.domain.failure.TargetException if the sink fails with an {@link
   *     java.io.IOException}; what else it throws is passed on
   */
  void backup(
      SiteTree site,
      Set<Exclusions.Part> without,
      boolean compressed,
      OutputStream sink,
      RunLog log,
      Progress progress);

  /**
   * Has {@code omd restore --reuse --kill -} of a version read the archive, as the site's user in
   * the site context and as root in that of the system. Reading the archive to its end is part of
   * it, also where {@code omd} doesn't, so that its checks are made; it is closed.
   */
  void restore(
      SiteTree site, SiteVersion version, InputStream archive, RunLog log, Progress progress);
}
