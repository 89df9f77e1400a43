package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/**
 * The keys of the pax records that hold extended attributes, as star and GNU tar have them: {@code
 * SCHILY.xattr.NAME}. What would end a key is escaped as GNU tar does it.
 */
final class AttributeKey {
  private static final String PREFIX = "SCHILY.xattr.";

  private AttributeKey() {}

  static String of(String name) {
    return PREFIX + name.replace("%", "%25").replace("=", "%3D");
  }

  /** The attribute's name; empty if the key is one of another kind of record. */
  static Optional<String> name(String key) {
    return key.startsWith(PREFIX) && key.indexOf('\0') < 0
        ? Optional.of(key.substring(PREFIX.length()).replace("%3D", "=").replace("%25", "%"))
        : Optional.empty();
  }
}
