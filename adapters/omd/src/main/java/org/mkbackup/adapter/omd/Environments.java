package org.mkbackup.adapter.omd;

import java.util.Map;

/** The environments of commands. */
final class Environments {
  private static final String PASSPHRASE = "MKBACKUP_PASSPHRASE";

  private Environments() {}

  /** As it is, but without the passphrase: the daemons of a site would keep it. */
  static void ofUser(Map<String, String> environment) {
    environment.remove(PASSPHRASE);
  }

  /** Nothing of what somebody may have prepared. */
  static void ofRoot(Map<String, String> environment) {
    environment.clear();
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("HOME", "/root");
    environment.put("LANG", "C.UTF-8");
  }
}
