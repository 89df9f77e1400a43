package org.mkbackup.domain.port;

import java.nio.file.Path;
import org.mkbackup.domain.run.RunLog;

/** Work inside the trees of a site, done with the rights of the site's user. */
public interface SiteTrees {
  void remove(Path tree, RunLog log);

  void carryOver(Path oldTree, Path newTree, String relative);

  void clear(Path home, RunLog log);
}
