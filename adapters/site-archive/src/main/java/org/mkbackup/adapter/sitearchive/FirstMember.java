package org.mkbackup.adapter.sitearchive;

import java.util.Optional;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.SiteArchive;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/** The version link that an archive begins with. */
final class FirstMember {
  private static final String SUFFIX = "/" + SiteArchive.VERSION_LINK;

  private FirstMember() {}

  static Member read(TarReader tar) {
    return tar.next().orElseThrow(() -> notOfASite("it is an empty tar"));
  }

  /** The site and the version that it names. */
  static ArchiveHead head(Member first) {
    String name = first.name();
    String site = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
    if (first.type() != MemberType.SYMLINK || !SiteName.isLegal(site)) {
      throw notOfASite("it begins with " + Damage.quote(name) + ", not with SITE/version");
    }
    Optional<SiteVersion> version = SiteVersion.ofLink(first.link());
    return new ArchiveHead(
        new SiteName(site),
        version.orElseThrow(
            () ->
                notOfASite(
                    "its version link leads to "
                        + Damage.quote(first.link())
                        + ", which names no version")));
  }

  private static ArchiveException notOfASite(String why) {
    return new ArchiveException(
        "This is no archive of a site: " + why,
        "Give a file that 'omd backup' or 'mkbackup backup' wrote");
  }
}
