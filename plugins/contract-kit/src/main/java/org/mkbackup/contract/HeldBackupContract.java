package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.contract.StoreTrial.ARCHIVE;
import static org.mkbackup.contract.StoreTrial.FIRST;
import static org.mkbackup.contract.StoreTrial.JOB;
import static org.mkbackup.contract.StoreTrial.OTHER_JOB;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;

/** What a {@link BackupStore} promises that can hold backups while they are read. */
public abstract class HeldBackupContract {

  /** A place that is empty when a test begins; the same one for all of the test. */
  protected abstract StorePlace place();

  private BackupStore store() {
    return place().store();
  }

  private static String text(HeldBackup held) throws IOException {
    try (InputStream stored = held.open(ARCHIVE)) {
      return new String(stored.readAllBytes(), UTF_8);
    }
  }

  @Test
  void isNotRemoved() throws IOException {
    StoreTrial.commit(store(), JOB, "one");
    Set<String> before = place().paths();
    try (HeldBackup held = store().hold(JOB.complete())) {
      assertThrows(BusyException.class, () -> store().delete(JOB.complete()));

      assertEquals(before, place().paths());
      assertEquals("one", text(held));
    }
    store().delete(JOB.complete());
    assertEquals(Map.of(), StoreTrial.contents(store()));
  }

  @Test
  void isKnownToBeHeldUntilItIsLetGo() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), OTHER_JOB, "other");
    Set<String> before = place().paths();
    try (HeldBackup held = store().hold(JOB.complete())) {
      assertTrue(store().isHeld(JOB.complete()));
      assertFalse(store().isHeld(OTHER_JOB.complete()));
    }
    assertFalse(store().isHeld(JOB.complete()));
    assertEquals(before, place().paths());
  }

  @Test
  void isNotRemovedBeforeTheLastHoldIsClosed() {
    StoreTrial.commit(store(), JOB, "one");
    HeldBackup first = store().hold(JOB.complete());
    try (HeldBackup second = store().hold(JOB.complete())) {
      first.close();
      first.close();
      assertThrows(BusyException.class, () -> store().delete(JOB.complete()));
    }
    store().delete(JOB.complete());
    assertEquals(Map.of(), StoreTrial.contents(store()));
  }

  @Test
  void keepsNoOtherBackupFromBeingRemoved() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), OTHER_JOB, "other");
    try (HeldBackup held = store().hold(JOB.complete())) {
      store().delete(OTHER_JOB.complete());
    }
    assertEquals(Map.of(JOB.complete(), "one"), StoreTrial.contents(store()));
  }

  @Test
  void isTheSameOneWhenAnotherHasTakenItsPlace() throws IOException {
    StoreTrial.commit(store(), JOB, "one");
    try (HeldBackup held = store().hold(JOB.complete())) {
      StoreTrial.commit(store(), JOB, "second", FIRST);

      assertEquals("one", text(held));
      assertEquals(3, held.size(ARCHIVE));
      assertEquals("second", StoreTrial.text(store(), JOB.complete()));
      assertThrows(BusyException.class, () -> store().delete(FIRST));
      try (HeldBackup newest = store().hold(JOB.complete())) {
        assertEquals("second", text(newest));
      }
    }
    store().delete(FIRST);
    assertEquals(Map.of(JOB.complete(), "second"), StoreTrial.contents(store()));
  }

  @Test
  void isReadToItsEndThoughItsStreamWasOpenedBefore() throws IOException {
    StoreTrial.commit(store(), JOB, "the first one");
    try (HeldBackup held = store().hold(JOB.complete());
        InputStream stored = held.open(ARCHIVE)) {
      byte[] begun = stored.readNBytes(4);
      StoreTrial.commit(store(), JOB, "two", FIRST);

      assertEquals(
          "the first one", new String(begun, UTF_8) + new String(stored.readAllBytes(), UTF_8));
      assertEquals("{\"the first one\": 1}".length(), held.size(BackupManifest.FILE_NAME));
    }
  }
}
