package org.mkbackup.domain.port;

import java.nio.file.Path;
import org.mkbackup.domain.run.RunLog;

/**
 * Work inside the trees of a site, done with the rights of the site's user. Symlinks are never
 * followed, and what is mounted in a tree is never unmounted.
 *
 * <p>What can't be removed is passed over, and told in one warning. Other failures are {@link
 * org.mkbackup.domain.failure.SiteException}s.
 */
public interface SiteTrees {

  /**
   * Removes a tree, read-only directories included. What is mounted in it is left alone. Nothing is
   * done if there is no such tree.
   *
   * <p>Its top directory stays, empty, and without a warning, where the site's user may not remove
   * it: the caller does.
   */
  void remove(Path tree, RunLog log);

  /**
   * Moves a directory of a site's old tree to the same place in the new one, on the same file
   * system. What the new tree has there is given up, directories above it that the new tree lacks
   * are made. Does nothing if the old tree has no such directory, or has it behind a symlink. Until
   * {@link #carryBack} has returned, the old tree holds a hidden mark beside the place.
   *
   * @param relative below both trees: {@code var/clickhouse-server}
   */
  void carryOver(Path oldTree, Path newTree, String relative);

  /**
   * Takes back what {@link #carryOver} moved, however much of it was done before a kill: nothing,
   * half or all. May be called again.
   */
  void carryBack(Path oldTree, Path newTree, String relative);

  /**
   * Empties a home, or another directory of a site, to be filled anew. These stay: the directory
   * itself, {@code .restore_working_dir} and {@code var/clickhouse-server} in it, and mount points,
   * whose content goes. Of {@code .restore_working_dir}, what a restore staged or set aside goes.
   */
  void clear(Path home, RunLog log);

  /**
   * Makes {@link org.mkbackup.domain.site.SiteTree#inPlaceMark} of a home, durably: from now on the
   * site isn't whole. {@link #clear} leaves it. Then the journal of a swap that was half done is
   * removed as durably: nothing undoes it any more. A working directory that is a symlink or a file
   * is refused.
   */
  void beginInPlace(Path home);

  /** The site is whole again: makes what was written to it durable, and removes the mark then. */
  void endInPlace(Path home);
}
