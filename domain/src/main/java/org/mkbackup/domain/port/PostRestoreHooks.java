package org.mkbackup.domain.port;

import java.nio.file.Path;
import java.util.Map;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/** The scripts with which a version of Checkmk brings a restored site up to date. */
public interface PostRestoreHooks {

  /**
   * Runs the executable files of a directory one after the other, sorted by name, in the site's
   * home. What they print goes to the log while they run. A missing directory holds none.
   *
   * @param variables put into the environment, beside the site's own
   * @throws org.mkbackup.domain.failure.SiteException if one fails, or doesn't end in the time that
   *     an adapter gives it and is ended for it; those after it don't run
   */
  void run(SiteTree site, Path directory, Map<String, String> variables, RunLog log);
}
