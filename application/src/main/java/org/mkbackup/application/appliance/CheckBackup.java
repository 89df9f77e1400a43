package org.mkbackup.application.appliance;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.SiteName;

/** Finds out whether a backup can be restored here, before anything is changed. */
final class CheckBackup {
  private final Host host;
  private final ApplianceParts parts;
  private final Room room;
  private final CheckVolume volume;

  CheckBackup(Host host, ApplianceParts parts) {
    this.host = host;
    this.parts = parts;
    this.room = new Room(host);
    this.volume = new CheckVolume(host, parts, room);
  }

  CheckedBackup run(
      StoredBackup backup, ApplianceBackup archives, boolean inPlace, RunObserver observer) {
    requireFirmware(archives);
    volume.refuseSitesOfTheInactiveNode(archives);
    observer.info("Checking all archives before anything is changed");
    SystemTree configuration = SystemTree.configuration(host);
    room.take(configuration, check(configuration, backup, archives.configuration(), observer));
    VersionsOfArchive found = new VersionsOfArchive(observer);
    SystemTree data = SystemTree.data(host);
    long dataBytes = archives.data().map(archive -> check(data, backup, archive, found)).orElse(0L);
    SortedMap<SiteName, CheckedBackup.Site> sites = new TreeMap<>();
    archives
        .sites()
        .forEach((name, archive) -> sites.put(name, check(name, backup, archive, observer)));
    CheckedBackup.Content content = new CheckedBackup.Content(dataBytes, found.versions(), sites);
    // A restore that failed may have left it unmounted: then this is asked when it is mounted.
    return new CheckedBackup(
        backup,
        archives,
        content,
        archives.data().isPresent() && volume.isMounted()
            ? Optional.of(volume.run(archives, content, inPlace, observer))
            : Optional.empty());
  }

  private void requireFirmware(ApplianceBackup archives) {
    String here = parts.appliance().firmware();
    String wanted = archives.origin().version();
    if (!here.equals(wanted)) {
      throw new ApplianceException(
          "The backup is of firmware " + wanted + ", but this appliance has " + here,
          "Install firmware " + wanted + " first");
    }
  }

  private long check(
      SystemTree tree, StoredBackup backup, StoredArchive archive, RunObserver observer) {
    observer.info("Checking " + archive.name());
    return parts
        .archiver()
        .check(tree, backup.toRestore(archive, observer.movement()).open(), observer)
        .contentBytes();
  }

  private CheckedBackup.Site check(
      SiteName name, StoredBackup backup, StoredArchive archive, RunObserver observer) {
    observer.info("Checking " + archive.name());
    try (SiteArchiver.Opened opened =
        parts.siteArchiver().open(backup.toRestore(archive, observer.movement()).open())) {
      ArchiveHead head = opened.head();
      if (!head.site().equals(name)) {
        throw new ArchiveException(
            archive.name() + " is an archive of site " + head.site(), "Restore another backup");
      }
      return new CheckedBackup.Site(head.version(), opened.check(observer).contentBytes());
    }
  }
}
