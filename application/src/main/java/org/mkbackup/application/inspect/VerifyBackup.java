package org.mkbackup.application.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mkbackup.application.appliance.ApplianceBackup;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.application.stream.ArchiveSource;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ArchiveSummary;
import org.mkbackup.domain.site.ListedMember;
import org.mkbackup.domain.text.EscapedName;

/** Finds out whether a backup is good: {@code mkbackup verify}. */
public final class VerifyBackup {
  private static final int BUFFER = 1 << 18;

  /**
   * What to verify.
   *
   * @param deep whether archives are opened and read member by member, which needs the key of a
   *     sealed backup
   */
  public record Command(StoredBackups.Choice choice, boolean deep) {}

  private final StoredBackups backups;
  private final BackupMembers members;

  public VerifyBackup(StoredBackups backups, BackupMembers members) {
    this.backups = backups;
    this.members = members;
  }

  /**
   * Reads all archives to their end, and tells of each that is good.
   *
   * @throws ArchiveException naming what isn't
   */
  public void run(Command command, RunObserver observer) {
    StoredBackups.Choice choice = command.choice();
    try (OpenTarget target = backups.find(choice, observer);
        StoredBackup backup =
            command.deep()
                ? backups.open(choice, target.store(), observer)
                : backups.unopened(choice, target.store(), observer)) {
      observer.expecting(backup.manifest().size());
      requireArchives(backup);
      for (StoredArchive archive : backup.manifest().files()) {
        verify(command, backup, archive, observer);
      }
    }
    observer.info("Backup " + choice.backup() + " is good");
  }

  /* A backup that no restore takes is none. */
  private static void requireArchives(StoredBackup backup) {
    if (backup.manifest().origin() instanceof BackupManifest.Appliance) {
      ApplianceBackup.of(backup.manifest());
    } else {
      backup.siteArchive();
    }
  }

  private void verify(
      Command command, StoredBackup backup, StoredArchive archive, RunObserver observer) {
    String checked = Summary.bytes(archive.size()) + ", " + checks(command, archive);
    if (command.deep()) {
      ArchiveSummary found = readMembers(backup, archive, observer);
      checked +=
          ", "
              + found.members()
              + " members with "
              + Summary.bytes(found.contentBytes())
              + (StoredBackup.hasMemberList(archive) ? ", as their list says" : "");
    } else {
      readToTheEnd(archive, backup.source(archive), observer);
      backup
          .memberList(archive)
          .ifPresent(list -> readToTheEnd(archive.members().orElseThrow().file(), list, observer));
    }
    observer.info(archive.name() + ": " + checked);
    warnOfList(archive, observer);
  }

  /* Without the key nothing tells whether a MAC is the right one. */
  private static String checks(Command command, StoredArchive archive) {
    boolean mac = StoredBackup.isAuthenticated(archive);
    List<String> digests = new ArrayList<>(List.of("size", "MD5"));
    archive.sha256().ifPresent(sha256 -> digests.add("SHA-256"));
    if (mac && command.deep()) {
      digests.add("MAC");
    }
    String last = digests.remove(digests.size() - 1);
    return String.join(", ", digests)
        + " and "
        + last
        + " are right"
        + (mac && !command.deep() ? " (its MAC is checked by --deep)" : "");
  }

  private static void warnOfList(StoredArchive archive, RunObserver observer) {
    if (archive.members().isPresent() && !StoredBackup.hasMemberList(archive)) {
      observer.warn(
          "The list of members "
              + archive.members().get().file().name()
              + " has no MAC, though its archive has one: it isn't looked at");
    }
  }

  private ArchiveSummary readMembers(
      StoredBackup backup, StoredArchive archive, RunObserver observer) {
    Optional<MemberListReader> list = MemberListReader.of(backup, archive);
    if (list.isEmpty()) {
      return members.visit(backup, archive, (member, content) -> {}, observer);
    }
    try (MemberListReader reader = list.get()) {
      DigestedMembers compared =
          new DigestedMembers(found -> requireListed(archive, found, reader.next()));
      ArchiveSummary summary = members.visit(backup, archive, compared, observer);
      reader
          .next()
          .ifPresent(
              more -> {
                throw differs(archive, more);
              });
      return summary;
    }
  }

  private static void requireListed(
      StoredArchive archive, ListedMember found, Optional<ListedMember> listed) {
    if (!listed.equals(Optional.of(found))) {
      throw differs(archive, found);
    }
  }

  private static ArchiveException differs(StoredArchive archive, ListedMember member) {
    return new ArchiveException(
        "'"
            + EscapedName.of(member.member().path())
            + "' is not the same in "
            + archive.name()
            + " as in the list of its members",
        "One of the two was changed or damaged: restore another backup");
  }

  /* The stream compares what passes with the manifest. */
  private static void readToTheEnd(
      StoredArchive archive, ArchiveSource source, RunObserver observer) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream stored = source.open()) {
      for (int read = stored.read(buffer); read >= 0; read = stored.read(buffer)) {
        observer.advanced(read);
      }
    } catch (IOException e) {
      throw new ArchiveException(archive.name() + " can't be read: " + e.getMessage(), "", e);
    }
  }
}
