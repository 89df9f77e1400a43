package org.mkbackup.application.appliance;

import java.util.List;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.site.SiteTree;

/**
 * A backup of an appliance that was read to its end and found good.
 *
 * @param data the data volume, and what of it stays although the backup doesn't have it
 * @param dataBytes what the data's files have, all in all
 * @param otherSites sites that are there, but not in the backup
 */
record CheckedBackup(
    StoredBackup backup,
    ApplianceBackup archives,
    SystemTree data,
    long dataBytes,
    List<SiteTree> otherSites) {}
