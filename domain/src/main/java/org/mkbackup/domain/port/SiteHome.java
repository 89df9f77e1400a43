package org.mkbackup.domain.port;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * Puts a new tree in the place of a site's old one, so that the site is the old or the new one at
 * every instant, and a kill between two steps is put in order by {@link #recover}.
 *
 * <p>{@code var/clickhouse-server} of the old tree is kept: it moves into the new one, and back at
 * an undo. What the archive has there is given up for it.
 *
 * <p>Failures are {@link org.mkbackup.domain.failure.SiteException}s.
 */
public interface SiteHome {

  /** Makes one that works inside trees with the given rights. */
  interface Factory {
    SiteHome create(SiteTrees trees);
  }

  /**
   * Why a site can't be swapped this way, for people; empty: it can. What is mounted at the site's
   * {@code tmp} doesn't count, since the caller unmounts it before {@link Staged#swapIn}.
   */
  Optional<String> obstacle(SiteTree site);

  /**
   * Makes an empty directory on the site's own file system, for a new tree to grow in. Left-overs
   * of a dead process are removed; the caller has called {@link #recover} and holds the site's
   * lock.
   *
   * <p>Fails where {@link #obstacle} tells of one. The site is as it was then.
   */
  Staged stage(SiteTree site);

  /**
   * Whether there is something for {@link #recover} to do, if only left-overs to remove; costs next
   * to nothing. It is true as well while another process is at work on the site.
   */
  boolean isHalfDone(SiteTree site);

  /**
   * Whether {@link #recover} would put the old tree back. The site has to stand still for that,
   * which a boot may have started half swapped, and {@code tmp} must not be mounted but where it
   * was at {@link Staged#swapIn}. Costs next to nothing.
   */
  boolean mustUndo(SiteTree site);

  /**
   * Finishes or undoes a change that a kill left half done: undoes it before {@link Staged#accept},
   * finishes it after. Does nothing otherwise, but for removing what a dead process had staged. May
   * be killed as well, and called again. The caller holds the site's lock.
   *
   * <p>To undo, nothing may be mounted that wasn't mounted at {@link Staged#swapIn}: it fails, and
   * changes nothing, if the site was started in between.
   */
  Recovery recover(SiteTree site, RunLog log);

  /**
   * The site has been started again, or need not be: what {@link Staged#noteRunning} noted is
   * forgotten. Until then {@link #recover} tells of it.
   */
  void settle(SiteTree site);

  /** What {@link #recover} found. */
  enum Recovery {
    NOTHING,
    /** The site had been running, and was to be stopped; no change was half done. */
    WAS_RUNNING,
    /** The old tree stands again, and the site had been running when the change began. */
    UNDONE_WAS_RUNNING,
    UNDONE,
    /** The new tree stands, and the site had been running when the change began. */
    FINISHED_WAS_RUNNING,
    FINISHED
  }

  /** A new tree beside an old one. */
  interface Staged extends AutoCloseable {

    /**
     * Where the new tree grows; becomes the home. Empty, and closed to others. The caller may give
     * it to the site's user; mode and time of the home are those that it has at {@link #swapIn}.
     */
    Path directory();

    /**
     * Notes on disk that the site runs, and is stopped next, for {@link SiteHome#recover}. The note
     * stays until {@link #close}, which the caller calls when it has started the site again.
     */
    void noteRunning();

    /**
     * The trees change places. What is mounted in the home stays where it is. If it fails, the old
     * tree stands as it stood; if not even that can be had, {@link SiteHome#mustUndo} is true.
     * Called once; the site is stopped.
     *
     * @param wasRunning noted for {@link SiteHome#recover}
     */
    void swapIn(boolean wasRunning);

    /**
     * After {@link #swapIn}: the old tree takes its place again. If this fails, the site may not be
     * started, and {@link SiteHome#recover} does the rest; {@link #close} doesn't.
     */
    void undo();

    /**
     * After {@link #swapIn}: there is no way back any more; the old tree is given up. The new tree
     * is on disk before. If this fails, {@link #undo} is still possible. That the old tree is
     * removed is left to {@link #close}, since the site may run again meanwhile.
     *
     * @param log told by {@link #close} what of the old tree can't be removed, which is no failure
     */
    void accept(RunLog log);

    /**
     * Before {@link #swapIn}: removes what was staged. After {@link #accept}: removes the old tree,
     * which may take long. Else nothing, or an undo if no undo has failed.
     */
    @Override
    void close();
  }
}
