package org.mkbackup.application.appliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mkbackup.application.site.SiteFiles;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteTree;
import org.mkbackup.domain.site.SiteVersion;
import org.mkbackup.domain.text.PathPatterns;

/**
 * Finds out whether a backup can be restored to the data volume, and what stays there. That can be
 * asked only while it is mounted.
 */
final class CheckVolume {
  private final Host host;
  private final ApplianceParts parts;
  private final Room room;

  CheckVolume(Host host, ApplianceParts parts, Room room) {
    this.host = host;
    this.parts = parts;
    this.room = room;
  }

  boolean isMounted() {
    return room.isMounted(SystemTree.data(host));
  }

  /** Sites that are there, but not in the backup. */
  List<SiteTree> others(ApplianceBackup archives) {
    return parts.sites().all().stream()
        .filter(site -> !archives.sites().containsKey(site.name()))
        .toList();
  }

  /** What is on the data volume of an inactive node is about to become a mirror of the other's. */
  void refuseSitesOfTheInactiveNode(ApplianceBackup archives) {
    List<SiteTree> others = others(archives);
    if (archives.data().isEmpty() && !others.isEmpty()) {
      throw new ApplianceException(
          "The backup is of a cluster's inactive node, which has no sites, but this appliance has: "
              + String.join(", ", others.stream().map(site -> site.name().value()).toList()),
          "Back them up and remove them with 'omd rm', or restore a backup of the active node");
    }
  }

  CheckedVolume run(
      ApplianceBackup archives, CheckedBackup.Content content, boolean inPlace, RunLog log) {
    content.sites().forEach((name, site) -> requireVersion(name, site.version(), content));
    SystemTree data = SystemTree.data(host);
    room.take(data, content.dataBytes());
    content
        .sites()
        .forEach((name, site) -> room.take(parts.sites().site(name), site.bytes(), inPlace));
    Set<SiteVersion> kept = new TreeSet<>(Comparator.comparing(SiteVersion::value));
    content.sites().values().forEach(site -> kept.add(site.version()));
    List<SiteTree> others = others(archives);
    others.forEach(site -> keep(site, kept, log));
    // The files of a version that the backup has become what it says.
    kept.removeAll(content.versions());
    return new CheckedVolume(data.keeping(patterns(kept)), others);
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

  private void requireVersion(SiteName name, SiteVersion version, CheckedBackup.Content content) {
    if (!content.versions().contains(version) && !parts.sites().versions().contains(version)) {
      throw new ArchiveException(
          "Site "
              + name
              + " needs version "
              + version
              + " of Checkmk, which is neither in the backup nor installed in "
              + host.path("/omd/versions"),
          "Install that version first");
    }
  }

  /* Its version must not go with what the backup doesn't have. */
  private static void keep(SiteTree site, Set<SiteVersion> kept, RunLog log) {
    log.warn(
        "Site "
            + site.name()
            + " is not in the backup: its files in "
            + site.home()
            + " stay as they are. Its user is what the backup says; 'omd rm' removes the site");
    try {
      kept.add(SiteFiles.versionOf(site));
    } catch (SiteException unknown) {
      log.warn(unknown.getMessage());
    }
  }
}
