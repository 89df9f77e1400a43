package org.mkbackup.application.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.site.ArchiveMember;
import org.mkbackup.domain.site.ListedMember;

/** Lists what is in a backup: {@code mkbackup ls}. */
public final class ListMembers {

  /**
   * What to list.
   *
   * @param glob for whole paths, raw, which ends in a slash for directories with all below them;
   *     empty: all
   */
  public record Command(StoredBackups.Choice choice, Optional<String> glob) {}

  private final StoredBackups backups;
  private final BackupMembers members;

  public ListMembers(StoredBackups backups, BackupMembers members) {
    this.backups = backups;
    this.members = members;
  }

  /**
   * Hands on the members, archive by archive, in their order.
   *
   * @throws org.mkbackup.domain.failure.ArchiveException if the pattern matches nothing
   */
  public void run(Command command, Consumer<ArchiveMember> listing, RunObserver observer) {
    Matching matching = new Matching(command.glob().map(MemberGlob::new), listing);
    try (OpenTarget target = backups.find(command.choice(), observer);
        StoredBackup backup = backups.open(command.choice(), target.store(), observer)) {
      observer.expecting(backup.manifest().size());
      for (StoredArchive archive : backup.manifest().files()) {
        members.list(backup, archive, false, matching, observer);
      }
    }
    if (matching.nothing && command.glob().isPresent()) {
      throw NotInBackup.pattern(command.glob().get(), command.choice());
    }
  }

  /** Hands on what is wanted. */
  private static final class Matching implements Consumer<ListedMember> {
    private final Optional<MemberGlob> glob;
    private final Consumer<ArchiveMember> listing;
    private boolean nothing = true;

    Matching(Optional<MemberGlob> glob, Consumer<ArchiveMember> listing) {
      this.glob = glob;
      this.listing = listing;
    }

    @Override
    public void accept(ListedMember listed) {
      ArchiveMember member = listed.member();
      if (glob.isEmpty() || glob.get().matches(member)) {
        nothing = false;
        listing.accept(member);
      }
    }
  }
}
