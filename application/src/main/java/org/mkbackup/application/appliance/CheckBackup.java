package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.PathPatterns;

/** Finds out whether a backup can be restored here, before anything is changed. */
final class CheckBackup {
  private final Host host;
  private final ApplianceParts parts;
  private final Room room;

  CheckBackup(Host host, ApplianceParts parts) {
    this.host = host;
    this.parts = parts;
    this.room = new Room(host);
  }

  CheckedBackup run(
      StoredBackup backup, ApplianceBackup archives, boolean inPlace, RunObserver observer) {
    requireFirmware(archives);
    List<SiteTree> others =
        parts.sites().all().stream()
            .filter(site -> !archives.sites().containsKey(site.name()))
            .toList();
    refuseSitesOfTheInactiveNode(archives, others);
    observer.info("Checking all archives before anything is changed");
    SystemTree configuration = SystemTree.configuration(host);
    room.take(configuration, check(configuration, backup, archives.configuration(), observer));
    VersionsOfArchive found = new VersionsOfArchive(observer);
    SystemTree data = SystemTree.data(host);
    long dataBytes = archives.data().map(archive -> check(data, backup, archive, found)).orElse(0L);
    if (archives.data().isPresent() && room.isMounted(data)) {
      room.take(data, dataBytes);
    }
    Set<SiteVersion> kept = new TreeSet<>(java.util.Comparator.comparing(SiteVersion::value));
    archives
        .sites()
        .forEach(
            (name, archive) -> kept.add(check(name, backup, archive, found, inPlace, observer)));
    others.forEach(site -> keep(site, kept, observer));
    return new CheckedBackup(backup, archives, data.keeping(patterns(kept)), dataBytes, others);
  }

  private static PathPatterns patterns(Set<SiteVersion> versions) {
    List<String> patterns = new ArrayList<>();
    versions.forEach(
        version -> {
          patterns.add("versions/" + version);
          patterns.add("versions/" + version + "/*");
        });
    return PathPatterns.of(patterns);
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

  /* What is on its data volume is about to become a mirror of the other node's. */
  private static void refuseSitesOfTheInactiveNode(
      ApplianceBackup archives, List<SiteTree> others) {
    if (archives.data().isEmpty() && !others.isEmpty()) {
      throw new ApplianceException(
          "The backup is of a cluster's inactive node, which has no sites, but this appliance has: "
              + String.join(", ", others.stream().map(site -> site.name().value()).toList()),
          "Back them up and remove them with 'omd rm', or restore a backup of the active node");
    }
  }

  private long check(
      SystemTree tree, StoredBackup backup, StoredArchive archive, RunObserver observer) {
    observer.info("Checking " + archive.name());
    return parts.archiver().check(tree, backup.source(archive).open(), observer).contentBytes();
  }

  private SiteVersion check(
      SiteName name,
      StoredBackup backup,
      StoredArchive archive,
      VersionsOfArchive found,
      boolean inPlace,
      RunObserver observer) {
    observer.info("Checking " + archive.name());
    try (SiteArchiver.Opened opened = parts.siteArchiver().open(backup.source(archive).open())) {
      ArchiveHead head = opened.head();
      if (!head.site().equals(name)) {
        throw new ArchiveException(
            archive.name() + " is an archive of site " + head.site(), "Restore another backup");
      }
      requireVersion(head, found);
      room.take(parts.sites().site(name), opened.check(observer).contentBytes(), inPlace);
      return head.version();
    }
  }

  private void requireVersion(ArchiveHead head, VersionsOfArchive found) {
    if (!found.versions().contains(head.version())
        && !parts.sites().versions().contains(head.version())) {
      throw new ArchiveException(
          "Site "
              + head.site()
              + " needs version "
              + head.version()
              + " of Checkmk, which is neither in the backup nor installed in "
              + host.path("/omd/versions"),
          "Install that version first");
    }
  }

  /* Its version must not go with what the backup doesn't have. */
  private static void keep(SiteTree site, Set<SiteVersion> kept, RunObserver observer) {
    observer.warn(
        "Site "
            + site.name()
            + " is not in the backup: its files in "
            + site.home()
            + " stay as they are. Its user is what the backup says; 'omd rm' removes the site");
    try {
      kept.add(SiteFiles.versionOf(site));
    } catch (SiteException unknown) {
      observer.warn(unknown.getMessage());
    }
  }
}
