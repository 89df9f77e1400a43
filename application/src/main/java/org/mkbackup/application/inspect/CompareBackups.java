package org.mkbackup.application.inspect;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mkbackup.application.job.OpenTarget;
import org.mkbackup.application.job.StoredBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.port.MemberRecorder;
import org.mkbackup.domain.site.ListedMember;

/**
 * Tells what has changed since a backup: {@code mkbackup diff}. Both sides are read side by side in
 * their order, so that memory stays the same however much they have.
 */
public final class CompareBackups {
  private static final MemberOrder ORDER = new MemberOrder();

  /**
   * What to compare.
   *
   * @param other a later backup on the same target; empty: what is there now
   */
  public record Command(StoredBackups.Choice choice, Optional<BackupId> other) {}

  private final StoredBackups backups;
  private final BackupMembers members;
  private final CurrentMembers current;

  public CompareBackups(StoredBackups backups, BackupMembers members, CurrentMembers current) {
    this.backups = backups;
    this.members = members;
    this.current = current;
  }

  /** Hands on all differences, archive by archive, sorted by path. */
  public void run(Command command, Consumer<Difference> differences, RunObserver observer) {
    StoredBackups.Choice choice = command.choice();
    try (OpenTarget target = backups.find(choice, observer);
        StoredBackup before = backups.open(choice, target.store(), observer)) {
      if (command.other().isEmpty()) {
        compareWithNow(before, differences, observer);
        return;
      }
      StoredBackups.Choice later =
          new StoredBackups.Choice(choice.target(), command.other().get(), true);
      backups.find(later, observer).close();
      try (StoredBackup after = backups.open(later, target.store(), observer)) {
        compare(before, after, differences, observer);
      }
    }
  }

  private void compareWithNow(
      StoredBackup before, Consumer<Difference> differences, RunObserver observer) {
    for (StoredArchive archive : archives(before).values()) {
      ArchiveName name = BackupMembers.nameOf(archive);
      try (MemberSide old = side(before, Optional.of(archive), observer);
          MemberSide now =
              MemberSide.sorted(list -> current.list(name, before.manifest(), list, observer))) {
        merge(old, now, differences);
      }
    }
  }

  private void compare(
      StoredBackup before,
      StoredBackup after,
      Consumer<Difference> differences,
      RunObserver observer) {
    SortedMap<String, StoredArchive> old = archives(before);
    SortedMap<String, StoredArchive> fresh = archives(after);
    SortedSet<String> contents = new TreeSet<>(old.keySet());
    contents.addAll(fresh.keySet());
    for (String content : contents) {
      try (MemberSide one = side(before, Optional.ofNullable(old.get(content)), observer);
          MemberSide other = side(after, Optional.ofNullable(fresh.get(content)), observer)) {
        merge(one, other, differences);
      }
    }
  }

  private static SortedMap<String, StoredArchive> archives(StoredBackup backup) {
    SortedMap<String, StoredArchive> archives = new TreeMap<>();
    for (StoredArchive archive : backup.manifest().files()) {
      archives.put(BackupMembers.nameOf(archive).content(), archive);
    }
    return archives;
  }

  private MemberSide side(
      StoredBackup backup, Optional<StoredArchive> archive, RunObserver observer) {
    if (archive.isEmpty()) {
      return MemberSide.empty();
    }
    return MemberListReader.of(backup, archive.get())
        .map(MemberSide::of)
        .orElseGet(() -> MemberSide.sorted(list -> read(backup, archive.get(), list, observer)));
  }

  private void read(
      StoredBackup backup, StoredArchive archive, MemberRecorder list, RunObserver observer) {
    observer.verbose(archive.name() + " has no list of its members, and is read");
    members.visit(backup, archive, new DigestedMembers(list::add), observer);
  }

  private static void merge(MemberSide before, MemberSide after, Consumer<Difference> differences) {
    Optional<ListedMember> old = before.current();
    Optional<ListedMember> fresh = after.current();
    while (old.isPresent() || fresh.isPresent()) {
      int order = order(old, fresh);
      if (order == 0) {
        Difference.between(old.orElseThrow(), fresh.orElseThrow()).ifPresent(differences);
      } else if (order < 0) {
        differences.accept(Difference.of(Difference.Change.REMOVED, old.orElseThrow()));
      } else {
        differences.accept(Difference.of(Difference.Change.ADDED, fresh.orElseThrow()));
      }
      if (order <= 0) {
        before.advance();
        old = before.current();
      }
      if (order >= 0) {
        after.advance();
        fresh = after.current();
      }
    }
  }

  /* What has ended comes last. */
  private static int order(Optional<ListedMember> old, Optional<ListedMember> fresh) {
    if (old.isEmpty() || fresh.isEmpty()) {
      return old.isPresent() ? -1 : 1;
    }
    return ORDER.compare(old.get().member().path(), fresh.get().member().path());
  }
}
