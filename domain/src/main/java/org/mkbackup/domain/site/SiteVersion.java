package org.mkbackup.domain.site;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mkbackup.domain.failure.ArchiveException;

/** A version of Checkmk: the name of a directory below {@code /omd/versions}. */
public record SiteVersion(String value) {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][-+~.A-Za-z0-9_]{0,99}");
  private static final Pattern LINK =
      Pattern.compile("(?:\\.\\./\\.\\./versions|/(?:opt/)?omd/versions)/([^/]+)/?");
  private static final Pattern DAILY =
      Pattern.compile("(20\\d\\d\\.\\d\\d\\.\\d\\d)(?:\\.[a-z]+)?");
  private static final Pattern RELEASE =
      Pattern.compile(
          "(\\d{1,2})\\.(\\d{1,3})\\.(\\d{1,3})(?:p(\\d{1,4})|[ib]\\d+(?:p\\d+)?)?(?:[-.].*)?");
  private static final Map<String, String> EDITIONS =
      Map.of(
          "cre", "raw",
          "cee", "enterprise",
          "cme", "managed",
          "cce", "cloud",
          "cse", "saas");

  public SiteVersion {
    if (!isLegal(value)) {
      throw new ArchiveException("'" + value + "' is not a version of Checkmk", "");
    }
  }

  public static boolean isLegal(String value) {
    return RULE.matcher(value).matches();
  }

  /** The version that the text of a site's {@code version} link names; empty if it is no such. */
  public static Optional<SiteVersion> ofLink(String linkText) {
    Matcher link = LINK.matcher(linkText);
    return link.matches() && RULE.matcher(link.group(1)).matches()
        ? Optional.of(new SiteVersion(link.group(1)))
        : Optional.empty();
  }

  /** The text of the {@code version} link of a site of this version. */
  public String linkText() {
    return "../../versions/" + value;
  }

  /**
   * Whether a site of this version can be archived while it runs: from 1.2.8p6 and 1.4.0i1 on, and
   * in daily builds from 2016-07-22 on, as Checkmk's manual has it. What is not understood is taken
   * for new.
   */
  public boolean canBeArchivedRunning() {
    Matcher daily = DAILY.matcher(value);
    return daily.matches()
        ? daily.group(1).compareTo("2016.07.22") >= 0
        : release().map(number -> Arrays.compare(number, firstOnline(number)) >= 0).orElse(true);
  }

  private static int[] firstOnline(int[] number) {
    return number[0] == 1 && number[1] < 4 ? new int[] {1, 2, 8, 6} : new int[] {1, 4, 0, 0};
  }

  /** Whether it is a release up to 2.5, whose archives and restores are known in every detail. */
  public boolean isKnown() {
    return release()
        .map(number -> Arrays.compare(number, new int[] {2, 6, 0, 0}) < 0)
        .orElse(false);
  }

  private Optional<int[]> release() {
    Matcher parts = RELEASE.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int[] number = new int[4];
    for (int i = 0; i < number.length; i++) {
      String part = parts.group(i + 1);
      number[i] = part == null ? 0 : Integer.parseInt(part);
    }
    return Optional.of(number);
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
