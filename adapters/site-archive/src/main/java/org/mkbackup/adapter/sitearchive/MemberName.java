package org.mkbackup.adapter.sitearchive;

import java.util.Optional;
import org.mkbackup.domain.site.SiteName;

/** The rule for names in an archive: plain paths below the site's directory. */
final class MemberName {
  static final int LONGEST_PATH = 4095;
  private static final int LONGEST_COMPONENT = 255;

  private final String site;

  MemberName(SiteName site) {
    this.site = site.value();
  }

  /** The raw path below the site; empty for the site itself. */
  String below(String name) {
    checkPlain(name);
    return belowSite(name)
        .orElseThrow(() -> Damage.refused(Damage.quote(name) + " is not below '" + site + "'"));
  }

  /** The path below the site, if the name begins with the site's. */
  Optional<String> belowSite(String name) {
    if (name.equals(site)) {
      return Optional.of("");
    }
    return name.startsWith(site + "/")
        ? Optional.of(name.substring(site.length() + 1))
        : Optional.empty();
  }

  /** Refuses what could lead elsewhere, or can't be a file's name. */
  static void checkPlain(String name) {
    if (name.length() > LONGEST_PATH) {
      throw Damage.refused("a name of " + name.length() + " bytes");
    }
    if (name.indexOf('\0') >= 0) {
      throw unfit(name);
    }
    int begin = 0;
    while (begin <= name.length()) {
      int slash = name.indexOf('/', begin);
      int end = slash < 0 ? name.length() : slash;
      int length = end - begin;
      if (length == 0 || length > LONGEST_COMPONENT || isDots(name, begin, length)) {
        throw unfit(name);
      }
      begin = end + 1;
    }
  }

  private static boolean isDots(String name, int begin, int length) {
    return length <= 2 && name.startsWith("..".substring(0, length), begin);
  }

  private static RuntimeException unfit(String name) {
    return Damage.refused(Damage.quote(name) + " is no plain path");
  }
}
