package org.mkbackup.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mkbackup.contract.StoreTrial.ARCHIVE;
import static org.mkbackup.contract.StoreTrial.FIRST;
import static org.mkbackup.contract.StoreTrial.JOB;
import static org.mkbackup.contract.StoreTrial.OTHER_JOB;
import static org.mkbackup.contract.StoreTrial.SECOND;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
import org.mkbackup.domain.port.PendingBackup;

/**
 * What every {@link BackupStore} promises while all goes well. {@link BackupStoreFaultContract} has
 * what it promises when it doesn't; a store passes both.
 */
public abstract class BackupStoreContract {

  /** A place that is empty when a test begins; the same one for all of the test. */
  protected abstract StorePlace place();

  private BackupStore store() {
    return place().store();
  }

  @Test
  void isReadyAndEmptyInTheBeginning() {
    store().checkReady();
    store().checkReadable();
    assertEquals(List.of(), store().list());
  }

  @Test
  void keepsWhatWasCommitted() {
    BackupId id = StoreTrial.commit(store(), JOB, "one");

    assertEquals(JOB.complete(), id);
    assertEquals(List.of(id), store().list());
    assertEquals("one", StoreTrial.text(store(), id));
    assertArrayEquals(
        "{\"one\": 1}".getBytes(UTF_8), StoreTrial.read(store(), id, BackupManifest.FILE_NAME));
  }

  @Test
  void keepsEveryByteHoweverItWasWritten() throws IOException {
    byte[] content = new byte[3 << 20];
    new Random(1).nextBytes(content);
    try (PendingBackup pending = store().begin(JOB)) {
      try (OutputStream sink = pending.create(ARCHIVE)) {
        sink.write(content, 0, 1 << 20);
        sink.write(content[1 << 20]);
        sink.write(content, (1 << 20) + 1, 0);
        sink.write(content, (1 << 20) + 1, content.length - (1 << 20) - 1);
        sink.flush();
      }
      StoreTrial.write(pending, "empty.tar", new byte[0]);
      StoreTrial.write(pending, BackupManifest.FILE_NAME, new byte[] {'{', '}'});
      pending.commit(FIRST);
    }

    assertArrayEquals(content, StoreTrial.read(store(), JOB.complete(), ARCHIVE));
    assertEquals(content.length, store().size(JOB.complete(), ARCHIVE));
    assertEquals(0, store().size(JOB.complete(), "empty.tar"));
    assertArrayEquals(new byte[0], StoreTrial.read(store(), JOB.complete(), "empty.tar"));
  }

  @Test
  void showsNothingOfABackupBeforeItIsCommitted() {
    try (PendingBackup pending = store().begin(JOB)) {
      StoreTrial.write(pending, "one");
      assertEquals(List.of(), store().list());
      assertThrows(TargetException.class, () -> store().open(JOB.complete(), ARCHIVE));
      assertThrows(TargetException.class, () -> store().open(JOB.incomplete(), ARCHIVE));
    }
  }

  @Test
  void keepsTheOneBeforeUnderAnotherId() {
    try (PendingBackup pending = store().begin(JOB)) {
      StoreTrial.write(pending, "old only.tar", new byte[1]);
      StoreTrial.write(pending, "one");
      pending.commit(FIRST);
    }
    StoreTrial.commit(store(), JOB, "two", FIRST);
    StoreTrial.commit(store(), JOB, "three", SECOND);

    assertEquals(
        Map.of(FIRST, "one", SECOND, "two", JOB.complete(), "three"), StoreTrial.contents(store()));
    assertEquals(1, store().size(FIRST, "old only.tar"));
    assertThrows(TargetException.class, () -> store().size(JOB.complete(), "old only.tar"));
  }

  @Test
  void removesTheOneBeforeLikeAnyOther() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), JOB, "two", FIRST);

    store().delete(FIRST);

    assertEquals(Map.of(JOB.complete(), "two"), StoreTrial.contents(store()));
    assertTrue(
        place().paths().stream().noneMatch(path -> path.startsWith(FIRST.value())),
        () -> place().paths().toString());
  }

  @Test
  void keepsTheOneBeforeUntilTheNewOneIsCommitted() {
    StoreTrial.commit(store(), JOB, "one");
    try (PendingBackup pending = store().begin(JOB)) {
      StoreTrial.write(pending, "two");
      assertEquals(Map.of(JOB.complete(), "one"), StoreTrial.contents(store()));
      pending.commit(FIRST);
    }
  }

  @Test
  void keepsJobsApart() {
    StoreTrial.commit(store(), JOB, "one");
    try (PendingBackup pending = store().begin(OTHER_JOB);
        PendingBackup other = store().begin(JOB)) {
      StoreTrial.write(other, "two");
      StoreTrial.write(pending, "other");
      other.commit(FIRST);
      pending.commit(OTHER_JOB.generation(Instant.EPOCH));
    }
    assertEquals(
        Map.of(FIRST, "one", JOB.complete(), "two", OTHER_JOB.complete(), "other"),
        StoreTrial.contents(store()));
  }

  @Test
  void isReadWhileTheNextBackupIsWritten() throws IOException {
    StoreTrial.commit(store(), JOB, "the first one");
    try (InputStream stored = store().open(JOB.complete(), ARCHIVE);
        PendingBackup pending = store().begin(JOB)) {
      byte[] begun = stored.readNBytes(4);
      StoreTrial.write(pending, "two");
      assertEquals("the first one", new String(begun, UTF_8) + text(stored));
    }
  }

  private static String text(InputStream stored) throws IOException {
    return new String(stored.readAllBytes(), UTF_8);
  }

  @Test
  void readsOneAndTheSameBackupWhileItIsHeld() throws IOException {
    StoreTrial.commit(store(), JOB, "one");
    try (HeldBackup held = store().hold(JOB.complete());
        InputStream stored = held.open(ARCHIVE)) {
      assertEquals("one", text(stored));
      assertEquals(3, held.size(ARCHIVE));
    }
    assertThrows(TargetException.class, () -> store().hold(FIRST));
  }

  @Test
  void removesABackup() {
    StoreTrial.commit(store(), JOB, "one");
    StoreTrial.commit(store(), OTHER_JOB, "other");

    store().delete(JOB.complete());

    assertEquals(List.of(OTHER_JOB.complete()), store().list());
    assertThrows(TargetException.class, () -> store().open(JOB.complete(), ARCHIVE));
    assertEquals("other", StoreTrial.text(store(), OTHER_JOB.complete()));
  }

  @Test
  void takesForABackupWhateverHoldsAManifest() {
    BackupId kept = new BackupId("kept for Müller, 2024");
    place().put(kept + "/" + BackupManifest.FILE_NAME, new byte[] {'{', '}'});
    place().put(kept + "/" + ARCHIVE, "copied".getBytes(UTF_8));
    place().put("pictures/" + ARCHIVE, new byte[1]);
    StoreTrial.commit(store(), JOB, "one");

    assertEquals(List.of(JOB.complete(), kept), StoreTrial.sorted(store()));
    assertEquals("copied", StoreTrial.text(store(), kept));
    assertThrows(TargetException.class, () -> store().open(new BackupId("pictures"), ARCHIVE));
    store().delete(kept);
    assertEquals(List.of(JOB.complete()), store().list());
  }
}
