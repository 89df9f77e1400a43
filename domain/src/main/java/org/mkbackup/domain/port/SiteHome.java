package org.mkbackup.domain.port;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * Puts a new tree in the place of a site's old one, so that the site is the old or the new one at
 * every instant, and a kill between two steps is put in order by {@link #recover}.
 *
 * <p>Failures are {@link org.mkbackup.domain.failure.SiteException}s.
 */
public interface SiteHome {

  /** Makes one that works inside trees with the given rights. */
  interface Factory {
    SiteHome create(SiteTrees trees);
  }

  /** Why a site can't be swapped this way, for people; empty: it can. */
  Optional<String> obstacle(SiteTree site);

  /**
   * Makes an empty directory on the site's own file system, for a new tree to grow in. Left-overs
   * of a dead process are removed; the caller has called {@link #recover} and holds the site's
   * lock.
   */
  Staged stage(SiteTree site);

  /** Whether there is something for {@link #recover} to do; costs next to nothing. */
  boolean isHalfDone(SiteTree site);

  /**
   * Finishes or undoes a change that a kill left half done: undoes it before {@link Staged#accept},
   * finishes it after. Does nothing otherwise.
   */
  Recovery recover(SiteTree site, RunLog log);

  /** What {@link #recover} found. */
  enum Recovery {
    NOTHING,
    /** The old tree stands again, and the site had been running when the change began. */
    UNDONE_WAS_RUNNING,
    UNDONE,
    FINISHED
  }

  /** A new tree beside an old one. */
  interface Staged extends AutoCloseable {

    /** Where the new tree grows; becomes the home. */
    Path directory();

    /**
     * The trees change places. What is mounted in the home stays where it is. If it fails, the old
     * tree stands as it stood.
     *
     * @param wasRunning noted for {@link SiteHome#recover}
     */
    void swapIn(boolean wasRunning);

    /** After {@link #swapIn}: the old tree takes its place again. */
    void undo();

    /** After {@link #swapIn}: there is no way back any more; the old tree is given up. */
    void accept(RunLog log);

    /**
     * Before {@link #swapIn}: removes what was staged. Else nothing, or an undo if not accepted.
     */
    @Override
    void close();
  }
}
