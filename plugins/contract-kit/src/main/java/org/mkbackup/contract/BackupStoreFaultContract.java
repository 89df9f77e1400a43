package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mkbackup.contract.StoreTrial.ARCHIVE;
import static org.mkbackup.contract.StoreTrial.FIRST;
import static org.mkbackup.contract.StoreTrial.JOB;
import static org.mkbackup.contract.StoreTrial.OTHER_JOB;
import static org.mkbackup.contract.StoreTrial.SECOND;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** What every {@link BackupStore} promises when things go wrong. */
public abstract class BackupStoreFaultContract {
  private static final int ROOM = 1 << 20;

  /** A place that is empty when a test begins; the same one for all of the test. */
  protected abstract StorePlace place();

  private BackupStore store() {
    return place().store();
  }

  private void assertOnlyTheFirstStands() {
    assertEquals(Map.of(JOB.complete(), "one"), StoreTrial.contents(store()));
  }

  @Test
  void namesABackupThatIsNotThere() {
    StoreTrial.commit(store(), JOB, "one");
    BackupId missing = new BackupId("missing");

    for (Runnable use :
        new Runnable[] {
          () -> store().open(missing, ARCHIVE),
          () -> store().size(missing, ARCHIVE),
          () -> store().hold(missing),
          () -> store().delete(missing)
        }) {
      TargetException failure = assertThrows(TargetException.class, use::run);
      assertTrue(failure.what().contains("missing"), failure::what);
    }
  }

  @Test
  void namesAFileThatIsNotThere() {
    StoreTrial.commit(store(), JOB, "one");
    for (Runnable use :
        new Runnable[] {
          () -> store().open(JOB.complete(), "missing.tar"),
          () -> store().size(JOB.complete(), "missing.tar")
        }) {
      TargetException failure = assertThrows(TargetException.class, use::run);
      assertTrue(failure.what().contains("missing.tar"), failure::what);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escape", "/escape", "a/b", "..", ".", "", "a/", "a\0b"})
  void refusesNamesThatAreNotPlain(String name) {
    StoreTrial.commit(store(), JOB, "one");
    Set<String> before = place().paths();

    assertThrows(TargetException.class, () -> store().open(JOB.complete(), name));
    assertThrows(TargetException.class, () -> store().size(JOB.complete(), name));
    try (PendingBackup pending = store().begin(JOB)) {
      assertThrows(TargetException.class, () -> pending.create(name));
    }

    assertEquals(before, place().paths());
  }

  @Test
  void refusesAFileThatWasMadeBefore() {
    try (PendingBackup pending = store().begin(JOB)) {
      StoreTrial.write(pending, "one");
      assertThrows(TargetException.class, () -> pending.create(ARCHIVE));
      pending.commit(FIRST);
    }
    assertOnlyTheFirstStands();
  }

  @Test
  void leavesNothingOfABackupThatIsGivenUp() {
    StoreTrial.commit(store(), JOB, "one");
    Set<String> before = place().paths();

    PendingBackup pending = store().begin(JOB);
    StoreTrial.write(pending, "two");
    pending.close();
    pending.close();

    assertEquals(before, place().paths());
    assertOnlyTheFirstStands();
  }

  @Test
  void leavesNothingOfABackupThatIsGivenUpInTheMiddleOfAFile() throws IOException {
    StoreTrial.commit(store(), JOB, "one");
    Set<String> before = place().paths();

    PendingBackup pending = store().begin(JOB);
    OutputStream unclosed = pending.create(ARCHIVE);
    unclosed.write(new byte[100_000]);
    pending.close();

    assertEquals(before, place().paths());
    assertOnlyTheFirstStands();
  }

  @Test
  void keepsACommittedBackupWhenItIsClosed() {
    PendingBackup pending = store().begin(JOB);
    StoreTrial.write(pending, "one");
    pending.commit(FIRST);
    pending.close();
    pending.close();
    assertOnlyTheFirstStands();
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void replacesWhatAKilledRunLeft() throws IOException {
    StoreTrial.commit(store(), JOB, "one");
    PendingBackup killed = store().begin(JOB);
    StoreTrial.write(killed, "of the killed run.tar", new byte[1]);
    StoreTrial.write(killed, BackupManifest.FILE_NAME, new byte[] {'{', '}'});
    killed.create(ARCHIVE).write(new byte[100_000]);

    assertOnlyTheFirstStands();
    try (PendingBackup pending = store().begin(JOB)) {
      assertOnlyTheFirstStands();
      StoreTrial.write(pending, "two");
      pending.commit(FIRST);
    }

    assertEquals(Map.of(JOB.complete(), "two", FIRST, "one"), StoreTrial.contents(store()));
    store().delete(FIRST);
    assertEquals(
        Set.of(JOB.complete() + "/" + ARCHIVE, JOB.complete() + "/" + BackupManifest.FILE_NAME),
        place().paths());
  }

  @Test
  void givesTheNewestGenerationItsNameBackWhereAKilledRunLeftNoCompleteOne() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", FIRST);
    StoreTrial.commit(store(), JOB, "three", SECOND);
    store().delete(JOB.complete());

    store().begin(JOB).close();

    assertEquals(Map.of(FIRST, "one", JOB.complete(), "two"), StoreTrial.contents(store()));
  }

  @Test
  void leavesAGenerationThatLostItsManifestAloneAndTellsOfIt() {
    place().put(FIRST + "/" + ARCHIVE, new byte[1]);
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", SECOND);

    assertEquals(Map.of(SECOND, "one", JOB.complete(), "two"), StoreTrial.contents(store()));
    assertEquals(List.of(FIRST), store().strays(JOB));
    assertEquals(List.of(), store().strays(OTHER_JOB));
    assertTrue(place().paths().contains(FIRST + "/" + ARCHIVE), () -> place().paths().toString());
  }

  @Test
  void setsAsideWhatStandsInANewBackupsPlaceAndIsNone() {
    place().put(JOB.complete() + "/" + ARCHIVE, new byte[1]);
    place().put(FIRST + "/" + ARCHIVE, new byte[2]);
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", FIRST);

    assertEquals(Map.of(FIRST, "one", JOB.complete(), "two"), StoreTrial.contents(store()));
    assertEquals(2, store().strays(JOB).size());
    for (BackupId stray : store().strays(JOB)) {
      assertTrue(place().paths().contains(stray + "/" + ARCHIVE), stray::value);
    }
  }

  @Test
  void setsAsideWhatStandsInThePlaceOfTheOneThatIsPutBack() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", FIRST);
    store().delete(JOB.complete());
    place().put(JOB.complete() + "/" + ARCHIVE, new byte[1]);

    store().begin(JOB).close();

    assertEquals(Map.of(JOB.complete(), "one"), StoreTrial.contents(store()));
    assertEquals(1, store().strays(JOB).size());
  }

  @Test
  void doesNotKeepTheOneBeforeUnderAnIdThatIsTaken() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", FIRST);
    Set<String> before = place().paths();

    assertThrows(TargetException.class, () -> StoreTrial.commit(store(), JOB, "three", FIRST));

    assertEquals(before, place().paths());
    assertEquals(Map.of(FIRST, "one", JOB.complete(), "two"), StoreTrial.contents(store()));
  }

  @Test
  void doesNotTakeABackupWithoutAManifestForOne() {
    StoreTrial.commit(store(), JOB, "one");
    try (PendingBackup pending = store().begin(JOB)) {
      StoreTrial.write(pending, ARCHIVE, new byte[1]);
      assertThrows(IllegalStateException.class, () -> pending.commit(FIRST));
    }
    assertOnlyTheFirstStands();
  }

  @Test
  void leavesForeignFilesAlone() {
    place().put("README", "lala".getBytes(UTF_8));
    place().put("pictures/cat.jpg", new byte[1]);
    place().put(OTHER_JOB.complete() + "/" + BackupManifest.FILE_NAME, new byte[1]);
    place().put(OTHER_JOB.complete() + "/note", new byte[1]);
    Set<String> before = place().paths();

    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", FIRST);
    store().delete(JOB.complete());
    store().delete(FIRST);

    assertEquals(before, place().paths());
  }

  @Test
  void saysThatTheTargetIsFullAndKeepsTheBackupBefore() {
    Optional<StorePlace> small = place().withRoomFor(ROOM);
    assumeTrue(small.isPresent(), "left out: no place can be made here that is soon full");
    BackupStore store = small.orElseThrow().store();
    StoreTrial.commit(store, JOB, "one");
    store.room().ifPresent(room -> assertTrue(room > 0 && room <= ROOM, () -> "room: " + room));
    Set<String> before = small.orElseThrow().paths();

    assertThrows(
        TargetException.class,
        () -> {
          try (PendingBackup pending = store.begin(JOB)) {
            StoreTrial.write(pending, ARCHIVE, new byte[2 * ROOM]);
            StoreTrial.write(pending, BackupManifest.FILE_NAME, new byte[1]);
            pending.commit(FIRST);
          }
        });

    assertEquals(before, small.orElseThrow().paths());
    assertEquals(Map.of(JOB.complete(), "one"), StoreTrial.contents(store));
    StoreTrial.commit(store, JOB, "two", FIRST);
    assertEquals(Map.of(FIRST, "one", JOB.complete(), "two"), StoreTrial.contents(store));
  }
}
