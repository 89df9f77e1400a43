package org.mkbackup.launcher.worker;

import java.util.Map;
import org.mkbackup.domain.site.SiteTree;

/** The environment of a site's user, as after {@code su - SITE}; nothing of root's is in it. */
final class SiteUserEnvironment {
  private SiteUserEnvironment() {}

  static Map<String, String> of(SiteTree site) {
    String home = site.home().toString();
    String name = site.name().value();
    return Map.of(
        "OMD_SITE", name,
        "OMD_ROOT", home,
        "HOME", home,
        "USER", name,
        "LOGNAME", name,
        "SHELL", "/bin/bash",
        "PATH", home + "/local/bin:" + home + "/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        "LC_ALL", "C.UTF-8",
        "MKBACKUP_CONTEXT", "site");
  }
}
