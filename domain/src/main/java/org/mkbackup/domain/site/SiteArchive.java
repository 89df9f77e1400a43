package org.mkbackup.domain.site;

/**
 * A site in one file: a POSIX pax tar stream, perhaps compressed as one gzip member, perhaps
 * sealed.
 *
 * <p>Its first member is the symlink {@code SITE/version}, which tells the site's name and version;
 * then come {@code SITE} and all below it, depth first, sorted by name within each directory.
 */
public final class SiteArchive {
  /** The link, below the site, that names its version. */
  public static final String VERSION_LINK = "version";

  private SiteArchive() {}
}
