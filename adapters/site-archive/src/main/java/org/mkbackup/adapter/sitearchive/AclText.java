package org.mkbackup.adapter.sitearchive;

import java.util.Map;
import java.util.Optional;

/**
 * ACLs as text, in the pax records that GNU tar and star bring them back from: {@code
 * user::rw-,user:1000:r--,…}. Users and groups are numbers, as in the attributes of the files.
 */
final class AclText {
  private static final Map<String, String> KEYS =
      Map.of(
          "system.posix_acl_access", "SCHILY.acl.access",
          "system.posix_acl_default", "SCHILY.acl.default");

  /* The format of linux/posix_acl_xattr.h, version 2, little-endian. */
  private static final int HEADER = 4;
  private static final int ENTRY = 8;
  private static final Map<Integer, String> TAGS =
      Map.of(1, "user", 2, "user", 4, "group", 8, "group", 16, "mask", 32, "other");

  private AclText() {}

  /** The key of the record for an attribute; empty if that is no ACL. */
  static Optional<String> key(String attribute) {
    return Optional.ofNullable(KEYS.get(attribute));
  }

  /** The text of an attribute's value; empty if that makes no sense. */
  static Optional<String> of(String value) {
    if (value.length() < HEADER || value.charAt(0) != 2 || (value.length() - HEADER) % ENTRY != 0) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int at = HEADER; at < value.length(); at += ENTRY) {
      int tag = number(value, at, 2);
      int bits = number(value, at + 2, 2);
      if (!TAGS.containsKey(tag)) {
        return Optional.empty();
      }
      text.append(at == HEADER ? "" : ",").append(TAGS.get(tag)).append(':');
      if (tag == 2 || tag == 8) {
        text.append(Integer.toUnsignedString(number(value, at + 4, 4)));
      }
      text.append(':')
          .append((bits & 4) == 0 ? '-' : 'r')
          .append((bits & 2) == 0 ? '-' : 'w')
          .append((bits & 1) == 0 ? '-' : 'x');
    }
    return Optional.of(text.toString());
  }

  private static int number(String value, int from, int bytes) {
    int number = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      number = number << 8 | value.charAt(from + i);
    }
    return number;
  }
}
