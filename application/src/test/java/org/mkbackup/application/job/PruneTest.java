package org.mkbackup.application.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.application.KeptManifests;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.application.hook.Hooks;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.RunObserver;
import org.mkbackup.contract.InMemoryBackupStore;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.backup.RetentionPolicy;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.job.CheckLevels;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
import org.mkbackup.domain.site.SiteName;
import org.mkbackup.domain.site.SiteVersion;

class PruneTest {
  private static final JobId NIGHTLY = new JobId("nightly");
  private static final GlobalJobId GLOBAL = GlobalJobId.ofSite("vm", ManagedSite.SITE, NIGHTLY);
  private static final BackupId NEWEST = GLOBAL.complete();
  private static final String ARCHIVE = "site-heute.tar";
  private static final String MD5_OF_ZEROS = "693e9af84d3dfcc71e640e005bdc5e2e";

  private final InMemoryBackupStore store = new InMemoryBackupStore();
  private final KeptManifests manifests = new KeptManifests();
  private final RunLogLines log = new RunLogLines();
  private int last = 1;

  private List<Pruned> prune(BackupStore pruned, boolean onlyTell) {
    return prune().run(NIGHTLY, pruned, onlyTell);
  }

  private Prune prune() {
    Settings settings = mock();
    when(settings.of(NIGHTLY))
        .thenReturn(
            new JobSettings(
                new RetentionPolicy(last, 0, 0, 0, 0, Period.ZERO), Hooks.NONE, CheckLevels.USUAL));
    return new Prune(new ManagedSite().context, manifests, () -> settings, ZoneOffset.UTC);
  }

  private static Instant day(int day) {
    return Instant.parse("2026-11-01T01:30:00Z").plus(Period.ofDays(day - 1));
  }

  private static BackupId earlier(int day) {
    return GLOBAL.generation(day(day));
  }

  private BackupId put(BackupId id, int day) {
    return put(id, day, "nightly", "vm", "heute");
  }

  private BackupId put(BackupId id, int day, String job, String host, String site) {
    BackupManifest manifest =
        new BackupManifest(
            job,
            Literal.Dict.EMPTY,
            host,
            List.of(new StoredArchive(ARCHIVE, 3, MD5_OF_ZEROS)),
            day(day),
            new BackupManifest.Site(new SiteName(site), new SiteVersion("2.3.0p1.cre")));
    store.put(id + "/" + ARCHIVE, new byte[3]);
    store.put(id + "/" + BackupManifest.FILE_NAME, manifests.write(manifest));
    return id;
  }

  private void putGenerations() {
    put(earlier(1), 1);
    put(earlier(2), 2);
    put(earlier(3), 3);
    put(NEWEST, 4);
  }

  private static List<String> fates(List<Pruned> pruned) {
    return pruned.stream().map(each -> each.id() + " " + each.fate()).toList();
  }

  @Test
  void leavesAloneWhatHasNoManifestAndSaysSo() {
    put(NEWEST, 4);
    store.put(earlier(1) + "/" + ARCHIVE, new byte[3]);

    List<Pruned> pruned = prune(store, false);

    assertEquals(List.of(earlier(1) + " LEFT_ALONE", NEWEST + " KEPT"), fates(pruned));
    assertTrue(pruned.get(0).why().startsWith("its mkbackup.info is gone"), pruned::toString);
    assertTrue(store.paths().contains(earlier(1) + "/" + ARCHIVE));
  }

  @Test
  void keepsAGoodOneWhereTheNewestHasLostItsArchive() {
    putGenerations();
    store.put(NEWEST + "/" + ARCHIVE, new byte[2]);

    List<Pruned> pruned = prune(store, false);

    assertEquals(List.of(earlier(3), NEWEST), left());
    assertEquals(
        List.of("'site-heute.tar' has 2 bytes instead of 3"),
        pruned.stream()
            .filter(each -> each.fate() == Pruned.Fate.LEFT_ALONE)
            .map(Pruned::why)
            .toList());
  }

  private List<BackupId> left() {
    return store.list().stream().sorted().toList();
  }

  @Test
  void removesWhatNoRuleKeepsAndSaysWhyTheRestIsKept() {
    putGenerations();
    last = 2;

    List<Pruned> pruned = prune(store, false);

    assertEquals(
        List.of(
            earlier(1) + " REMOVED",
            earlier(2) + " REMOVED",
            earlier(3) + " KEPT",
            NEWEST + " KEPT"),
        fates(pruned));
    assertEquals("last 2", pruned.get(3).why());
    assertEquals(List.of(earlier(3), NEWEST), left());
  }

  @Test
  void removesNothingASecondTime() {
    putGenerations();
    prune(store, false);

    assertEquals(List.of(NEWEST + " KEPT"), fates(prune(store, false)));
  }

  @Test
  void removesNothingIfItOnlyTells() {
    putGenerations();

    assertEquals(
        List.of(earlier(1) + " DUE", earlier(2) + " DUE", earlier(3) + " DUE", NEWEST + " KEPT"),
        fates(prune(store, true)));
    assertEquals(4, left().size());
  }

  @Test
  void keepsTheCompleteOneWhateverTheClocksHaveSaid() {
    put(earlier(20), 20);
    put(NEWEST, 4);

    assertEquals(List.of(earlier(20) + " REMOVED", NEWEST + " KEPT"), fates(prune(store, false)));
  }

  @Test
  void aRunWhoseClockIsFarAheadRemovesNothing() {
    put(earlier(1), 1);
    put(earlier(2), 2);
    put(NEWEST, 3000);

    prune().run(NIGHTLY, store, log);

    assertEquals(List.of(earlier(1), earlier(2), NEWEST), left());
    assertTrue(
        log.warnings()
            .get(0)
            .startsWith("No backup is removed this time: one is of 2035-01-17 01:30, the one"),
        log.all()::toString);
    assertEquals(1, log.warnings().size());
    prune(store, false);
    assertEquals(List.of(NEWEST), left(), "who asks for it gets it");
  }

  @Test
  void neitherDoTheRunsAfterIt() {
    put(earlier(1), 1);
    put(earlier(2), 2);
    put(earlier(2999), 2999);
    put(NEWEST, 3000);

    prune().run(NIGHTLY, store, log);

    assertEquals(4, left().size());
    assertEquals(1, log.warnings().size());
  }

  @Test
  void aRunWhoseClockWasSetBackRemovesNoMoreThanOthers() {
    last = 3;
    put(earlier(20), 20);
    put(earlier(21), 21);
    put(earlier(22), 22);
    put(NEWEST, -9000);

    prune().run(NIGHTLY, store, log);

    assertEquals(List.of(earlier(21), earlier(22), NEWEST), left());
  }

  @Test
  void keepsTheLastOneThoughARunWasKilledBeforeTheNextWasComplete() {
    put(earlier(1), 1);
    put(earlier(2), 2);

    prune(store, false);

    assertEquals(List.of(earlier(2)), left());
  }

  @Test
  void leavesAloneWhatItDoesNotUnderstand() {
    put(NEWEST, 4);
    store.put(earlier(1) + "/" + BackupManifest.FILE_NAME, "?".getBytes(UTF_8));

    List<Pruned> pruned = prune(store, false);

    assertEquals(List.of(earlier(1) + " LEFT_ALONE", NEWEST + " KEPT"), fates(pruned));
    assertEquals(Optional.empty(), pruned.get(0).manifest());
    assertTrue(pruned.get(0).why().contains("It is no number"), pruned.get(0)::why);
  }

  @Test
  void keepsTheLastGoodOneWhereTheCompleteOneIsNotUnderstood() {
    put(earlier(1), 1);
    put(earlier(2), 2);
    store.put(NEWEST + "/" + BackupManifest.FILE_NAME, "?".getBytes(UTF_8));

    prune(store, false);

    assertEquals(List.of(earlier(2), NEWEST), left());
  }

  @Test
  void leavesAloneWhatItsManifestSaysIsAnotherJobs() {
    put(NEWEST, 4);
    put(earlier(1), 1, "weekly", "vm", "heute");
    put(earlier(2), 2, "nightly", "other", "heute");
    put(earlier(3), 3, "nightly", "vm", "morgen");

    assertEquals(
        List.of(
            earlier(1) + " LEFT_ALONE",
            earlier(2) + " LEFT_ALONE",
            earlier(3) + " LEFT_ALONE",
            NEWEST + " KEPT"),
        fates(prune(store, false)));
    assertEquals(4, left().size());
  }

  @Test
  void doesNotLookAtWhatPeopleNamed() {
    BackupId renamed = put(new BackupId(earlier(1) + "-kept"), 1);
    BackupId copied = put(new BackupId("before the update"), 2);
    put(NEWEST, 4);

    assertEquals(List.of(NEWEST + " KEPT"), fates(prune(store, false)));
    assertEquals(List.of(renamed, NEWEST, copied), left());
  }

  @Test
  void passesOverOneThatIsBeingReadUntilTheNextTime() {
    putGenerations();
    try (HeldBackup read = store.hold(earlier(2))) {
      prune().run(NIGHTLY, store, log);
    }
    assertEquals(List.of(earlier(2), NEWEST), left());
    assertTrue(
        log.all().contains("Kept backup " + earlier(2) + " for now: it is being read"),
        () -> log.all().toString());

    prune().run(NIGHTLY, store, log);
    assertEquals(List.of(NEWEST), left());
  }

  @Test
  void goesOnWhereOneCannotBeRemovedAndWarns() {
    putGenerations();
    BackupStore broken = spy(store);
    doThrow(new TargetException("It is read-only", "")).when(broken).delete(earlier(1));

    prune().run(NIGHTLY, broken, log);

    assertEquals(List.of(earlier(1), NEWEST), left());
    assertEquals(
        List.of("Backup " + earlier(1) + " could not be removed: It is read-only."),
        log.warnings());
  }

  @Test
  void removesNothingMoreOnceTheRunIsToldToStop() {
    putGenerations();
    Thread.currentThread().interrupt();
    try {
      prune().run(NIGHTLY, store, log);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(4, left().size());
    assertEquals(
        List.of(
            "Earlier backups could not be pruned: Stopped before backup "
                + earlier(1)
                + " was removed."),
        log.warnings());
  }

  private RunObserver observer() {
    RunObserver observer = mock();
    when(observer.movement()).thenReturn(Movement.unwatched());
    doAnswer(
            told -> {
              log.warn(told.getArgument(0));
              return null;
            })
        .when(observer)
        .warn(any());
    return observer;
  }

  @Test
  void makesRoomOnceAllOfTheNewestHasBeenRead() {
    putGenerations();

    prune().makeRoom(NIGHTLY, store, observer());

    assertEquals(List.of(NEWEST), left());
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void makesNoRoomWhereTheNewestIsNotAsItWasWritten() {
    putGenerations();
    store.put(NEWEST + "/" + ARCHIVE, new byte[] {0, 1, 0});

    prune().makeRoom(NIGHTLY, store, observer());

    assertEquals(4, left().size());
    assertEquals(1, log.warnings().size());
    String warning = log.warnings().get(0);
    assertTrue(warning.startsWith("No backup is removed to make room, since " + NEWEST), warning);
    assertTrue(warning.contains("has another MD5 digest"), warning);
  }

  @Test
  void makesNoRoomWhereTheNewestCannotBeRead() {
    putGenerations();
    BackupStore broken = spy(store);
    doThrow(new TargetException("Input/output error", "")).when(broken).open(NEWEST, ARCHIVE);

    prune().makeRoom(NIGHTLY, broken, observer());

    assertEquals(4, left().size());
    assertTrue(log.warnings().get(0).contains("Input/output error"), log.all()::toString);
  }

  @Test
  void readsNothingWhereNothingMayGo() {
    putGenerations();
    last = 4;
    BackupStore watched = spy(store);

    prune().makeRoom(NIGHTLY, watched, observer());

    verify(watched, never()).open(NEWEST, ARCHIVE);
  }

  @Test
  void tellsOfOneThatIsBeingReadWithoutRemovingOthers() {
    putGenerations();
    try (HeldBackup read = store.hold(earlier(2))) {
      assertEquals(
          List.of(
              earlier(1) + " DUE",
              earlier(2) + " BEING_READ",
              earlier(3) + " DUE",
              NEWEST + " KEPT"),
          fates(prune(store, true)));
    }
    assertEquals(4, left().size());
  }

  @Test
  void isNoReasonForABackupToFail() {
    for (RuntimeException failure :
        List.of(new TargetException("It is gone", ""), new IllegalStateException("a fault"))) {
      BackupStore broken = mock();
      when(broken.list()).thenThrow(failure);
      prune().run(NIGHTLY, broken, log);
    }
    assertEquals(
        List.of(
            "Earlier backups could not be pruned: It is gone.",
            "Earlier backups could not be pruned: java.lang.IllegalStateException: a fault"),
        log.warnings());
  }
}
