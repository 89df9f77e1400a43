package org.mkbackup.domain.text;

import java.util.regex.Pattern;
import org.mkbackup.domain.failure.UsageException;

/** The rule for ids of jobs and targets: {@code [A-Za-z_][-A-Za-z0-9_]*}. */
public final class Identifier {
  private static final Pattern RULE = Pattern.compile("[A-Za-z_][-A-Za-z0-9_]*");

  private Identifier() {}

  public static boolean isLegal(String id) {
    return RULE.matcher(id).matches();
  }

  /**
   * The id, when it is legal.
   *
   * @param kind what is named, for the message
   */
  public static String check(String kind, String id) {
    if (!isLegal(id)) {
      throw new UsageException(
          "'" + id + "' is not a legal " + kind + " id",
          "Use letters, digits, '-' and '_', and begin with a letter or '_'");
    }
    return id;
  }
}
