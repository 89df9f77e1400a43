package org.mkbackup.application.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberVisitor;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SystemArchiver;
import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.site.SiteName;

/**
 * Reads the members of a backup's archives. All are in one namespace: those of a site begin with
 * its name, those of an appliance with {@code rw} and {@code omd}.
 */
public final class BackupMembers {
  private final Host host;
  private final SiteArchiver sites;
  private final SystemArchiver system;

  public BackupMembers(Host host, SiteArchiver sites, SystemArchiver system) {
    this.host = host;
    this.sites = sites;
    this.system = system;
  }

  /**
   * Reads an archive to its end, with all checks that a restore makes.
   *
   * @throws ArchiveException if it isn't good, or is another one than its name says
   */
  ArchiveSummary visit(
      StoredBackup backup, StoredArchive archive, MemberVisitor visitor, Progress progress) {
    ArchiveName name = nameOf(archive);
    return name.site().isPresent()
        ? visitSite(name.site().get(), backup, archive, visitor, progress)
        : system.visit(treeOf(name, host), backup.source(archive).open(), visitor, progress);
  }

  /**
   * Hands on the members of an archive, in its order: from their list where there is one, and by
   * reading the archive otherwise.
   *
   * @param digests whether digests are wanted; there may be some even so
   */
  void list(
      StoredBackup backup,
      StoredArchive archive,
      boolean digests,
      Consumer<ListedMember> taker,
      Progress progress) {
    Optional<MemberListReader> stored = MemberListReader.of(backup, archive);
    if (stored.isEmpty()) {
      visit(backup, archive, digests ? new DigestedMembers(taker) : plain(taker), progress);
      return;
    }
    try (MemberListReader reader = stored.get()) {
      for (Optional<ListedMember> next = reader.next(); next.isPresent(); next = reader.next()) {
        taker.accept(next.get());
      }
    }
  }

  private static MemberVisitor plain(Consumer<ListedMember> taker) {
    return (member, content) -> taker.accept(new ListedMember(member, Optional.empty()));
  }

  private ArchiveSummary visitSite(
      SiteName site,
      StoredBackup backup,
      StoredArchive archive,
      MemberVisitor visitor,
      Progress progress) {
    try (SiteArchiver.Opened opened = sites.open(backup.source(archive).open())) {
      if (!opened.head().site().equals(site)) {
        throw new ArchiveException(
            archive.name() + " is an archive of site " + opened.head().site(),
            "Restore another backup");
      }
      return opened.visit(visitor, progress);
    }
  }

  /** What an archive's name says. */
  static ArchiveName nameOf(StoredArchive archive) {
    return ArchiveName.parse(archive.name()).orElseThrow(() -> unknown(archive.name()));
  }

  /** What an archive that isn't a site's has in it. */
  static SystemTree treeOf(ArchiveName name, Host host) {
    return switch (name.content()) {
      case ArchiveName.SYSTEM -> SystemTree.configuration(host);
      case ArchiveName.SYSTEM_DATA -> SystemTree.data(host);
      default -> throw unknown(name.fileName());
    };
  }

  private static ArchiveException unknown(String archive) {
    return new ArchiveException(
        "The manifest names an unknown archive: '" + archive + "'", "Restore another backup");
  }
}
