package org.mkbackup.application.appliance;

import java.util.List;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.site.SiteTree;

/**
 * A data volume that a backup can be restored to.
 *
 * @param data what of it stays although the backup doesn't have it
 * @param otherSites sites that are there, but not in the backup
 */
record CheckedVolume(SystemTree data, List<SiteTree> otherSites) {}
