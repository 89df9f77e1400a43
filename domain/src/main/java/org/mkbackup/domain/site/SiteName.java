package org.mkbackup.domain.site;

import java.util.regex.Pattern;
import org.mkbackup.domain.failure.UsageException;

/** The name of a site, which is also its user and group: at most 16 letters, digits and '_'. */
public record SiteName(String value) implements Comparable<SiteName> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,15}");

  public SiteName {
    if (!isLegal(value)) {
      throw new UsageException(
          "'" + value + "' is not a legal site name",
          "Use at most 16 letters, digits and '_', and begin with a letter or '_'");
    }
  }

  public static boolean isLegal(String name) {
    return RULE.matcher(name).matches();
  }

  @Override
  public int compareTo(SiteName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
