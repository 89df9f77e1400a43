package org.mkbackup.application.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.ArchiveName;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.TargetException;

/**
 * Sees whether a target has room for a job's next backup, which is taken to be as large as the
 * last. Both stand until the next one is whole. That it may not fit is a warning: it may well be
 * smaller. It is refused only where it would have to shrink to a tenth.
 */
final class RoomCheck {
  private static final int SURELY_TOO_SMALL = 10;

  private final Prune prune;

  RoomCheck(Prune prune) {
    this.prune = prune;
  }

  /**
   * Checks, and has backups pruned where there is no room.
   *
   * @param last the job's last good backup; without it nothing is known
   */
  void run(
      JobRuns.Begun begun,
      Optional<BackupManifest> last,
      List<BackupWriter.Part> parts,
      RunObserver observer) {
    long wanted = last.map(manifest -> sizeOf(parts, manifest)).orElse(0L);
    if (room(begun) >= wanted) {
      return;
    }
    prune.makeRoom(begun.job().id(), begun.store(), observer);
    long room = room(begun);
    if (room >= wanted) {
      return;
    }
    String what =
        "Target '"
            + begun.target().id()
            + "' has room for "
            + Summary.bytes(room)
            + ", and the last backup has "
            + Summary.bytes(wanted);
    if (room < wanted / SURELY_TOO_SMALL && isOfThisConfiguration(begun, last)) {
      throw new TargetException(
          what, "Make room there: the last one stays until the next one is complete");
    }
    observer.warn(what + ": the next one may not fit beside it");
  }

  private static long room(JobRuns.Begun begun) {
    return begun.store().room().orElse(Long.MAX_VALUE);
  }

  /* What the job archives now may be less than what it did then. */
  private static long sizeOf(List<BackupWriter.Part> parts, BackupManifest last) {
    Set<String> wanted = parts.stream().map(BackupWriter.Part::content).collect(Collectors.toSet());
    Predicate<StoredArchive> isWanted =
        file ->
            ArchiveName.parse(file.name())
                .filter(name -> wanted.contains(name.content()))
                .isPresent();
    return last.files().stream().filter(isWanted).mapToLong(StoredArchive::size).sum();
  }

  private static boolean isOfThisConfiguration(JobRuns.Begun begun, Optional<BackupManifest> last) {
    Literal now = likeJson(begun.job().configuration());
    return last.filter(manifest -> likeJson(manifest.jobConfiguration()).equals(now)).isPresent();
  }

  /* Manifests are of JSON, which has no tuples. */
  private static Literal likeJson(Literal literal) {
    if (literal instanceof Literal.Tuple tuple) {
      return new Literal.Sequence(tuple.items().stream().map(RoomCheck::likeJson).toList());
    }
    if (literal instanceof Literal.Sequence sequence) {
      return new Literal.Sequence(sequence.items().stream().map(RoomCheck::likeJson).toList());
    }
    if (literal instanceof Literal.Dict dict) {
      Map<Literal, Literal> entries = new LinkedHashMap<>();
      dict.entries().forEach((key, value) -> entries.put(key, likeJson(value)));
      return new Literal.Dict(entries);
    }
    return literal;
  }
}
