package org.mkbackup.adapter.omd;

import java.util.Map;
import org.mkbackup.domain.host.SecretVariables;

/** The environments of commands. */
final class Environments {
  private Environments() {}

  /** As it is, but without secrets: the daemons of a site would keep them. */
  static void ofUser(Map<String, String> environment) {
    SecretVariables.removeFrom(environment);
  }

  /** Nothing of what somebody may have prepared. */
  static void ofRoot(Map<String, String> environment) {
    environment.clear();
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("HOME", "/root");
    environment.put("LANG", "C.UTF-8");
  }
}
