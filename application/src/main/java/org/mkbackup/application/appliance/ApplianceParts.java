package org.mkbackup.application.appliance;

import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.site.Sites;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SystemArchiver;

/**
 * What an appliance's backup is made of.
 *
 * @param engines archive its sites
 * @param archiver archives all else
 * @param siteArchiver reads the archives of sites, to check them
 */
public record ApplianceParts(
    Appliance appliance,
    Sites sites,
    SiteEngines engines,
    SystemArchiver archiver,
    SiteArchiver siteArchiver) {}
