package org.mkbackup.adapter.skeleton;

import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/**
 * What a version puts for the placeholders of its skeleton when it makes a site. The root is the
 * site's path as the site knows it, wherever its files stand.
 */
record Filling(SiteName site, SiteVersion version) {

  /** The text with its placeholders filled in; each char is a byte. */
  String fill(String skeleton) {
    return skeleton
        .replace("###SITE###", site.value())
        .replace("###ROOT###", "/omd/sites/" + site)
        .replace("###EDITION###", version.edition());
  }
}
