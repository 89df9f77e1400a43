package org.mkbackup.application.appliance;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

/**
 * A backup of an appliance that was read to its end and found good.
 *
 * @param content of what goes onto the data volume
 * @param volume empty: the data volume isn't mounted, or the backup has none
 */
record CheckedBackup(
    StoredBackup backup,
    ApplianceBackup archives,
    Content content,
    Optional<CheckedVolume> volume) {

  /**
   * What archives hold.
   *
   * @param dataBytes what the data's files have, all in all
   * @param versions that are in the data
   */
  record Content(long dataBytes, Set<SiteVersion> versions, SortedMap<SiteName, Site> sites) {}

  /**
   * A site.
   *
   * @param bytes what its files have, all in all
   */
  record Site(SiteVersion version, long bytes) {}
}
