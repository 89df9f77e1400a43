package org.mkbackup.application.appliance;

import java.util.List;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.site.Sites;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteTree;

/**
 * What an appliance's backup is made of.
 *
 * @param engines archive its sites
 * @param archiver archives all else
 * @param siteArchiver reads the archives of sites, to check them
 * @param recover puts sites in order
 */
public record ApplianceParts(
    Appliance appliance,
    Sites sites,
    SiteEngines engines,
    SystemArchiver archiver,
    SiteArchiver siteArchiver,
    RecoverSite recover) {

  /** All sites, sorted by name; what killed restores left half done is put in order before. */
  List<SiteTree> sitesInOrder(RunLog log) {
    sites.traces().forEach(site -> recover.run(site, log));
    return sites.all();
  }
}
