package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.text.OctalEscapes;
import org.mkbackup.domain.text.RawName;

/**
 * The directory {@code tmp} of a site. Only root can change what leads to it; {@code tmp} itself is
 * in the site's hands, and therefore never resolved.
 *
 * @param named {@code /omd/sites/SITE/tmp}
 * @param real the same where {@code /omd} or the site's home are links, {@code
 *     /opt/omd/sites/SITE/tmp}: the path that the kernel reports
 */
record TmpPath(Path named, Path real) {

  static TmpPath of(SiteTree site) {
    try {
      return new TmpPath(site.tmp(), realHome(site.home()).resolve("tmp"));
    } catch (IOException e) {
      throw new SiteException(
          "The home " + site.home() + " can't be reached: " + SystemReason.of(e),
          "Check the directories and links that lead to it",
          e);
    }
  }

  private static Path realHome(Path home) throws IOException {
    try {
      return home.toRealPath();
    } catch (NoSuchFileException absent) {
      Path sites = home.resolveSibling("");
      try {
        return sites.toRealPath().resolve(home.getFileName());
      } catch (NoSuchFileException alsoAbsent) {
        return home;
      }
    }
  }

  /** The ways in which a mount table may name it, as raw names. */
  Set<String> rawNames() {
    return Set.copyOf(List.of(RawName.of(named), RawName.of(real)));
  }

  /** The mount table's line for it, as Checkmk writes it. */
  String line(SiteName site, Optional<TmpfsSize> size) {
    return "tmpfs  "
        + OctalEscapes.escape(RawName.of(real))
        + " tmpfs noauto,user,mode=751,uid="
        + site
        + ",gid="
        + site
        + size.map(limit -> ",size=" + limit.value()).orElse("")
        + " 0 0";
  }
}
