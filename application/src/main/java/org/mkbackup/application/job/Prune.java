package org.mkbackup.application.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.ManifestFormat;
import org.mkbackup.domain.run.RunLog;

/**
 * Removes a job's backups that its retention doesn't keep.
 *
 * <p>The job's are those that it made itself: their names are the ones that it gives, and their
 * manifests name it. What people renamed or copied is theirs. One whose manifest can't be used, or
 * names another job, or whose archives aren't there as it has them, is left alone, and keeps none
 * of the good ones from being kept.
 *
 * <p>Whoever calls this holds the lock that keeps runs of the job away.
 */
public final class Prune {
  private static final Comparator<Own> NEWEST_FIRST =
      Comparator.comparing(Own::complete)
          .thenComparing(own -> own.manifest().finished())
          .thenComparing(Own::id)
          .reversed();

  private static final String STRAY =
      "its mkbackup.info is gone or can't be read, or its removal failed. Look what is in it";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final Duration LONGEST_PAUSE = Duration.ofDays(366);

  private record Own(BackupId id, boolean complete, BackupManifest manifest) {
    RetentionPolicy.Generation generation() {
      return new RetentionPolicy.Generation(id, manifest.finished());
    }
  }

  private final JobContext context;
  private final ManifestFormat manifests;
  private final Supplier<Settings> settings;
  private final ZoneId zone;

  /**
   * Prunes in a context.
   *
   * @param zone whose days are those of retention
   */
  public Prune(
      JobContext context, ManifestFormat manifests, Supplier<Settings> settings, ZoneId zone) {
    this.context = context;
    this.manifests = manifests;
    this.settings = settings;
    this.zone = zone;
  }

  /** Which backups of a job are kept. */
  public RetentionPolicy policy(JobId job) {
    return settings.get().of(job).retention();
  }

  /**
   * Removes what may go, the oldest first, and tells of every backup of the job, the oldest first.
   *
   * @param onlyTell whether nothing is removed
   */
  List<Pruned> run(JobId job, BackupStore store, boolean onlyTell) {
    return run(job, store, (own, reasons) -> !onlyTell);
  }

  /* Removes if that is wanted of all that there are, the newest first, and what keeps them. */
  private List<Pruned> run(
      JobId job, BackupStore store, BiPredicate<List<Own>, Map<BackupId, List<String>>> wanted) {
    RetentionPolicy policy = policy(job);
    List<Pruned> pruned = new ArrayList<>();
    List<Own> own = new ArrayList<>();
    for (BackupId stray : store.strays(context.globalId(job))) {
      pruned.add(new Pruned(stray, Optional.empty(), Pruned.Fate.LEFT_ALONE, STRAY));
    }
    for (BackupId id : named(context.globalId(job), store)) {
      read(job, store, id, pruned).ifPresent(own::add);
    }
    own.sort(NEWEST_FIRST);
    Map<BackupId, List<String>> reasons =
        policy.reasons(own.stream().map(Own::generation).toList(), zone);
    boolean removes = wanted.test(own, reasons);
    for (int i = own.size() - 1; i >= 0; i--) {
      Own each = own.get(i);
      pruned.add(
          reasons.containsKey(each.id())
              ? pruned(each, Pruned.Fate.KEPT, String.join(", ", reasons.get(each.id())))
              : removes ? remove(each, store) : due(each, store));
    }
    return pruned;
  }

  /**
   * The same after a good backup, which doesn't fail because of it. Where the clock seems to have
   * jumped ahead, nothing is removed: all others would be too old at once. So it is in the runs
   * after that, until somebody prunes.
   */
  void run(JobId job, BackupStore store, RunLog log) {
    run(job, store, log, newest -> true);
  }

  /**
   * The same before a backup, for want of room. The newest was written long ago, so all of it is
   * read before another one goes: if the next backup fails, it may be the only one.
   */
  void makeRoom(JobId job, BackupStore store, RunObserver observer) {
    run(job, store, observer, newest -> isWhole(newest, store, observer));
  }

  private void run(JobId job, BackupStore store, RunLog log, Predicate<Own> newestIsGood) {
    try {
      List<Pruned> pruned =
          run(
              job,
              store,
              (own, reasons) ->
                  reasons.size() < own.size()
                      && !hasJumped(own, reasons, log)
                      && newestIsGood.test(own.get(0)));
      for (int i = 0; i < pruned.size(); i++) {
        // That the one before has made room for the newest is how it always was.
        tell(pruned.get(i), i == pruned.size() - 2, log);
      }
    } catch (RuntimeException e) {
      log.warn("Earlier backups could not be pruned: " + reason(e));
    }
  }

  private static boolean isWhole(Own newest, BackupStore store, RunObserver observer) {
    observer.info("Reading backup " + newest.id() + " before earlier ones are removed for room");
    Optional<String> damage =
        new StoredEvidence(store, newest.id(), newest.manifest()).damage(observer.movement());
    damage.ifPresent(
        why ->
            observer.warn(
                "No backup is removed to make room, since "
                    + newest.id()
                    + " is not good: "
                    + why
                    + ". 'mkbackup verify' finds out which others are"));
    return damage.isEmpty();
  }

  /* One that is kept for its year may be as far from the next; those are no loss. */
  private boolean hasJumped(List<Own> own, Map<BackupId, List<String>> reasons, RunLog log) {
    for (int i = 1; i < own.size(); i++) {
      Instant after = own.get(i - 1).manifest().finished();
      Instant before = own.get(i).manifest().finished();
      if (after.minus(LONGEST_PAUSE).isAfter(before)
          && own.subList(i, own.size()).stream()
              .anyMatch(each -> !reasons.containsKey(each.id()))) {
        log.warn(
            "No backup is removed this time: one is of "
                + TIME.withZone(zone).format(after)
                + ", the one before of "
                + TIME.withZone(zone).format(before)
                + ". If the clock is right, 'mkbackup prune' removes what may go");
        return true;
      }
    }
    return false;
  }

  private static String reason(RuntimeException e) {
    return e instanceof MkbackupException known ? known.getMessage() : e.toString();
  }

  private static void tell(Pruned pruned, boolean usual, RunLog log) {
    switch (pruned.fate()) {
      case REMOVED -> {
        if (usual) {
          log.verbose("Removed backup " + pruned.id());
        } else {
          log.info("Removed backup " + pruned.id());
        }
      }
      case BEING_READ -> log.info("Kept backup " + pruned.id() + " for now: " + pruned.why());
      case FAILED -> log.warn("Backup " + pruned.id() + " could not be removed: " + pruned.why());
      case LEFT_ALONE -> log.warn("Backup " + pruned.id() + " is left alone: " + pruned.why());
      case KEPT, DUE -> log.verbose("Kept backup " + pruned.id() + ": " + pruned.why());
    }
  }

  private static List<BackupId> named(GlobalJobId job, BackupStore store) {
    return store.list().stream().filter(id -> job.isOwn(id.value())).sorted().toList();
  }

  private Optional<Own> read(JobId job, BackupStore store, BackupId id, List<Pruned> pruned) {
    try {
      BackupManifest manifest = new StoredManifests(manifests).read(store, id);
      Optional<String> odd =
          context.isOwn(job, manifest)
              ? new StoredEvidence(store, id, manifest).lack()
              : Optional.of(
                  "its manifest names job '" + manifest.jobId() + "' of " + manifest.hostname());
      if (odd.isEmpty()) {
        return Optional.of(new Own(id, id.equals(context.globalId(job).complete()), manifest));
      }
      pruned.add(new Pruned(id, Optional.of(manifest), Pruned.Fate.LEFT_ALONE, odd.get()));
    } catch (ArchiveException | TargetException e) {
      pruned.add(new Pruned(id, Optional.empty(), Pruned.Fate.LEFT_ALONE, e.getMessage()));
    }
    return Optional.empty();
  }

  private static Pruned due(Own own, BackupStore store) {
    return store.isHeld(own.id()) ? beingRead(own) : pruned(own, Pruned.Fate.DUE, "");
  }

  private static Pruned beingRead(Own own) {
    return pruned(own, Pruned.Fate.BEING_READ, "it is being read");
  }

  private static Pruned remove(Own own, BackupStore store) {
    if (Thread.currentThread().isInterrupted()) {
      throw new StoppedException("Stopped before backup " + own.id() + " was removed", "");
    }
    try {
      store.delete(own.id());
      return pruned(own, Pruned.Fate.REMOVED, "");
    } catch (BusyException e) {
      return beingRead(own);
    } catch (TargetException e) {
      return pruned(own, Pruned.Fate.FAILED, e.getMessage());
    }
  }

  private static Pruned pruned(Own own, Pruned.Fate fate, String why) {
    return new Pruned(own.id(), Optional.of(own.manifest()), fate, why);
  }
}
