package org.mkbackup.adapter.sitearchive;

import java.util.Set;

/** Which extended attributes are archived and brought back. */
enum AttributeScope {
  /** What a site's user can set. */
  SITE,
  /**
   * What root can set. Not the labels of SELinux nor the checksums of IMA and EVM: the machine that
   * is restored to makes its own.
   */
  SYSTEM;

  private static final Set<String> ACLS =
      Set.of("system.posix_acl_access", "system.posix_acl_default");

  boolean covers(String name) {
    return name.startsWith("user.")
        || ACLS.contains(name)
        || (this == SYSTEM && (name.equals("security.capability") || name.startsWith("trusted.")));
  }
}
