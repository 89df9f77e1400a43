package org.mkbackup.domain.site;

import java.nio.file.Path;

/**
 * A site and where its files stand.
 *
 * @param home absolute; {@code /omd/sites/NAME}, or the same below a relocated root
 */
public record SiteTree(SiteName name, Path home) {

  /** The file system in memory that Checkmk mounts while the site runs. */
  public Path tmp() {
    return home.resolve("tmp");
  }

  /**
   * Where a site user's restore is staged; Checkmk from 2.5 on keeps a lock in it, and it is never
   * part of an archive.
   */
  public Path restoreWorkingDirectory() {
    return home.resolve(".restore_working_dir");
  }

  /** The file that stands while a restore in place has not put all of the site there yet. */
  public Path inPlaceMark() {
    return restoreWorkingDirectory().resolve("mkbackup-in-place");
  }
}
