package org.mkbackup.application.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.RawName;

/** Questions about where a site's files are. */
public final class SiteFiles {
  private SiteFiles() {}

  static void requireHome(SiteTree site) {
    if (!Files.isDirectory(site.home(), LinkOption.NOFOLLOW_LINKS)) {
      throw new SiteException(
          "There is no site " + site.name() + ": " + site.home() + " is not a directory",
          "'omd sites' shows those there are");
    }
  }

  /** Whether a restore in place was cut short, so that the site's tree isn't whole. */
  public static boolean isWhole(SiteTree site) {
    return !Files.exists(site.inPlaceMark(), LinkOption.NOFOLLOW_LINKS);
  }

  /** What there is to say about a site that isn't whole. */
  public static SiteException notWhole(SiteName site) {
    return new SiteException(
        "Site " + site + " is not whole: a restore in place was cut short",
        "Restore it again; 'omd restore' needs nothing of the site");
  }

  /** What there is to say about a site whose old files could not be put back. */
  static SiteException halfSwapped(SiteName site) {
    return new SiteException(
        "Site " + site + " is left stopped, because its files are half swapped",
        "Don't start it before a run of mkbackup has put them in order");
  }

  /** Refuses a site that isn't whole. */
  public static void requireWhole(SiteTree site) {
    if (!isWhole(site)) {
      throw notWhole(site.name());
    }
  }

  /** The version that a site's {@code version} link names. */
  public static SiteVersion versionOf(SiteTree site) {
    Path link = site.home().resolve(SiteArchive.VERSION_LINK);
    try {
      return SiteVersion.ofLink(RawName.of(Files.readSymbolicLink(link)))
          .orElseThrow(() -> new SiteException(link + " doesn't lead to a version of Checkmk", ""));
    } catch (IOException e) {
      throw new SiteException(
          link + " is not a link to a version of Checkmk", "Is this the home of a site?", e);
    }
  }

  /** Whether a file, or the directory that it would be made in, lies in the site. */
  public static boolean isInside(Path file, SiteTree site) {
    return isInside(file, site.home());
  }

  /** Whether a file, or the directory that it would be made in, lies in a directory. */
  public static boolean isInside(Path file, Path directory) {
    Path absolute = file.toAbsolutePath().normalize();
    Path place = absolute;
    while (place != null && !Files.exists(place)) {
      place = place.getParent();
    }
    if (place == null || !Files.exists(directory)) {
      return false;
    }
    try {
      return place.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException e) {
      throw new SiteException("Can't find out where " + file + " lies: " + e.getMessage(), "", e);
    }
  }
}
