package org.mkbackup.application.site;

import java.io.InputStream;
import java.io.OutputStream;
import org.mkbackup.domain.port.SiteTrees;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.SiteTree;

/**
 * All that touches a site's files. It is done in this process when that belongs to the site's user,
 * and by a child process of the site's user when this one is root's, so that nothing in a site can
 * be used to raise rights.
 */
public interface SiteWork extends SiteTrees {

  /**
   * Puts in order what a restore by the site's own user left half done, which only a process of
   * that user may look at. The caller holds the site's {@link RestoreLock}.
   */
  void recover(SiteTree site, RunLog log);

  /**
   * Writes the archive to the sink, and flushes but doesn't close it. A site that isn't whole is
   * refused: it would take the place of a good backup.
   */
  ArchiveSummary pack(PackOrder order, OutputStream sink, RunLog log, Progress progress);

  /** Reads the archive to its end and checks it, but writes nothing. */
  ArchiveSummary check(SiteTree site, InputStream archive, RunLog log, Progress progress);

  /** Unpacks and checks the archive, reading it to its end. */
  ArchiveSummary unpack(UnpackOrder order, InputStream archive, RunLog log, Progress progress);

  /** Gives the files that came from the version's skeleton another site name. */
  void convert(ConvertOrder order, RunLog log);

  /**
   * Runs the scripts that the restored site's version has for it.
   *
   * @param restored what was restored
   */
  void runHooks(SiteTree site, ArchiveHead restored, RunLog log);
}
