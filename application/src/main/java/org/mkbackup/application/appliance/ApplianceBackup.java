package org.mkbackup.application.appliance;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.SiteName;

/**
 * The archives of an appliance's backup.
 *
 * @param data empty: it was made by the inactive node of a cluster
 * @param sites none if it was made without them
 */
public record ApplianceBackup(
    BackupManifest.Appliance origin,
    StoredArchive configuration,
    Optional<StoredArchive> data,
    SortedMap<SiteName, StoredArchive> sites) {

  /**
   * Finds them.
   *
   * @throws ArchiveException if they aren't those of an appliance, none more and none less
   */
  public static ApplianceBackup of(BackupManifest manifest) {
    if (!(manifest.origin() instanceof BackupManifest.Appliance origin)) {
      throw new ArchiveException(
          "This is a backup of a site, not of an appliance", "Restore it as the user of a site");
    }
    Map<String, StoredArchive> system = new TreeMap<>();
    SortedMap<SiteName, StoredArchive> sites = new TreeMap<>();
    for (StoredArchive file : manifest.files()) {
      ArchiveName name =
          ArchiveName.parse(file.name())
              .orElseThrow(() -> new ArchiveException(unknown(file), "Restore another backup"));
      Optional<SiteName> site = name.site();
      boolean twice =
          site.isPresent()
              ? sites.put(site.get(), file) != null
              : system.put(name.content(), file) != null;
      if (twice) {
        throw new ArchiveException(
            "The manifest names two archives of " + name.content(), "Restore another backup");
      }
    }
    StoredArchive configuration = system.remove(ArchiveName.SYSTEM);
    Optional<StoredArchive> data = Optional.ofNullable(system.remove(ArchiveName.SYSTEM_DATA));
    if (configuration == null) {
      throw new ArchiveException(
          "The manifest names no archive of the system's configuration", "Restore another backup");
    }
    if (!system.isEmpty()) {
      throw new ArchiveException(
          unknown(system.values().iterator().next()), "Restore another backup");
    }
    boolean inactive = origin.cluster().filter(BackupManifest.Cluster::inactive).isPresent();
    if (inactive == data.isPresent() || (inactive && !sites.isEmpty())) {
      throw new ArchiveException(
          "The manifest's archives aren't those of "
              + (inactive ? "a cluster's inactive node" : "an appliance"),
          "Restore another backup");
    }
    return new ApplianceBackup(origin, configuration, data, sites);
  }

  private static String unknown(StoredArchive file) {
    return "The manifest names an archive that isn't one of an appliance: '" + file.name() + "'";
  }
}
