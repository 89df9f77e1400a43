package org.mkbackup.domain.site;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.ArchiveException;

/** A version of Checkmk: the name of a directory below {@code /omd/versions}. */
public record SiteVersion(String value) {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][-+~.A-Za-z0-9_]{0,99}");
  private static final Pattern LINK =
      Pattern.compile("(?:\\.\\./\\.\\./versions|/(?:opt/)?omd/versions)/([^/]+)/?");
  private static final Map<String, String> EDITIONS =
      Map.of(
          "cre", "raw",
          "cee", "enterprise",
          "cme", "managed",
          "cce", "cloud",
          "cse", "saas");

  public SiteVersion {
    if (!RULE.matcher(value).matches()) {
      throw new ArchiveException("'" + value + "' is not a version of Checkmk", "");
    }
  }

  /** The version that the text of a site's {@code version} link names; empty if it is no such. */
  public static Optional<SiteVersion> ofLink(String linkText) {
    var link = LINK.matcher(linkText);
    return link.matches() && RULE.matcher(link.group(1)).matches()
        ? Optional.of(new SiteVersion(link.group(1)))
        : Optional.empty();
  }

  /** The text of the {@code version} link of a site of this version. */
  public String linkText() {
    return "../../versions/" + value;
  }

  /**
   * What skeleton files hold for {@code ###EDITION###}: the long name of the suffix as Checkmk up
   * to 2.4 writes it, or the suffix itself.
   */
  public String edition() {
    String suffix = value.substring(value.lastIndexOf('.') + 1);
    return EDITIONS.getOrDefault(suffix, suffix);
  }

  @Override
  public String toString() {
    return value;
  }
}
