package org.mkbackup.domain.port;

import java.nio.file.Path;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** Gives the files that came from a version's skeleton another site name. */
public interface SkeletonConverter {

  /** What is to be converted. */
  record Conversion(
      Path tree, Path skeleton, SiteVersion version, SiteName from, SiteName to, RunLog log) {}

  /** What is done about a file where the change of name and the user's change meet. */
  enum Choice {
    /** Take the new default, and lose the user's change. */
    INSTALL,
    /** Keep the user's file, with the old name in it. */
    KEEP_OLD,
    ABORT
  }

  /** Decides about one file. */
  interface Conflicts {
    /**
     * Chooses for one file; asked at most once for each.
     *
     * @param file below the site, a raw name
     */
    Choice decide(String file);
  }

  /**
   * Applies to each of the tree's skeleton files the difference between the skeleton filled in for
   * the old and for the new name. Files that the user removed stay away, those that the user left
   * as they were become the new default, modes are kept. {@code tmp/}, {@code .png} and {@code
   * .pdf} are passed over. Every file is replaced atomically; symlinks of the tree are never
   * followed.
   *
   * @throws org.mkbackup.domain.failure.SiteException on {@link Choice#ABORT}, with the file's name
   */
  void convert(Conversion conversion, Conflicts conflicts);
}
