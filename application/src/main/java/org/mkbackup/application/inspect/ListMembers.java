package org.mkbackup.application.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.text.PathPatterns;

/** Lists what is in a backup: {@code mkbackup ls}. */
public final class ListMembers {

  /**
   * What to list.
   *
   * @param glob for whole paths; empty: all
   */
  public record Command(StoredBackups.Choice choice, Optional<PathPatterns> glob) {}

  private final StoredBackups backups;
  private final BackupMembers members;

  public ListMembers(StoredBackups backups, BackupMembers members) {
    this.backups = backups;
    this.members = members;
  }

  /** Hands on the members, archive by archive, in their order. */
  public void run(Command command, Consumer<ArchiveMember> listing, RunObserver observer) {
    try (OpenTarget target = backups.find(command.choice(), observer);
        StoredBackup backup = backups.open(command.choice(), target.store(), observer)) {
      observer.expecting(backup.manifest().size());
      for (StoredArchive archive : backup.manifest().files()) {
        members.list(
            backup,
            archive,
            false,
            listed -> {
              ArchiveMember member = listed.member();
              if (command.glob().map(glob -> glob.matches(member.path())).orElse(true)) {
                listing.accept(member);
              }
            },
            observer);
      }
    }
  }
}
