package org.mkbackup.application.inspect;

import java.io.IOException;
import java.io.InputStream;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.job.Summary;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.site.ArchiveSummary;

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
                ? backups.open(choice, target.store())
                : backups.unopened(choice, target.store())) {
      observer.expecting(backup.manifest().size());
      for (StoredArchive archive : backup.manifest().files()) {
        verify(command, backup, archive, observer);
      }
    }
    observer.info("Backup " + choice.backup() + " is good");
  }

  private void verify(
      Command command, StoredBackup backup, StoredArchive archive, RunObserver observer) {
    String checked =
        archive.sha256().isPresent() ? "size, MD5 and SHA-256 are right" : "size and MD5 are right";
    if (command.deep()) {
      ArchiveSummary found = members.visit(backup, archive, (member, content) -> {}, observer);
      checked += ", " + found.members() + " members with " + Summary.bytes(found.contentBytes());
    } else {
      readToTheEnd(backup, archive, observer);
    }
    observer.info(archive.name() + ": " + Summary.bytes(archive.size()) + ", " + checked);
  }

  /* The stream compares what passes with the manifest. */
  private static void readToTheEnd(
      StoredBackup backup, StoredArchive archive, RunObserver observer) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream stored = backup.source(archive).open()) {
      for (int read = stored.read(buffer); read >= 0; read = stored.read(buffer)) {
        observer.advanced(read);
      }
    } catch (IOException e) {
      throw new ArchiveException(archive.name() + " can't be read: " + e.getMessage(), "", e);
    }
  }
}
