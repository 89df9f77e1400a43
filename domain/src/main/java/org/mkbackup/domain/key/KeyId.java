package org.mkbackup.domain.key;

import java.util.regex.Pattern;
import org.mkbackup.domain.failure.UsageException;

/**
 * The name of a key: the MD5 digest of its certificate's DER form, as sixteen upper-case pairs of
 * hexadecimal digits joined by colons.
 */
public record KeyId(String value) {
  private static final Pattern RULE = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){15}");

  public KeyId {
    if (!RULE.matcher(value).matches()) {
      throw new UsageException(
          "'" + value + "' is not a key id",
          "A key id is sixteen pairs of hexadecimal digits joined by ':'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
