package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** A run is told to stop by an interrupt of its thread. */
class InterruptedRunTest {
  @TempDir private Path directory;

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  private BackupStore storeWithABackup() {
    BackupStore store = Trial.store(directory);
    Trial.commit(store, "old");
    return store;
  }

  private void assertOnlyTheOldOneStands(BackupStore store) throws IOException {
    assertTrue(Thread.interrupted());
    assertEquals("old", Trial.read(store, Trial.JOB.complete(), Trial.ARCHIVE));
    try (Stream<Path> entries = Files.list(directory)) {
      assertEquals(List.of(directory.resolve(Trial.JOB.complete().value())), entries.toList());
    }
  }

  @Test
  void stopsInTheMiddleOfAFile() throws IOException {
    BackupStore store = storeWithABackup();
    try (PendingBackup pending = store.begin(Trial.JOB);
        OutputStream sink = pending.create(Trial.ARCHIVE)) {
      sink.write(1);
      Thread.currentThread().interrupt();
      assertThrows(StoppedException.class, () -> sink.write(2));
    }
    assertOnlyTheOldOneStands(store);
  }

  @Test
  void stopsBeforeTheNewBackupIsComplete() throws IOException {
    BackupStore store = storeWithABackup();
    try (PendingBackup pending = store.begin(Trial.JOB)) {
      Trial.write(pending, "new");
      Thread.currentThread().interrupt();
      assertThrows(StoppedException.class, () -> pending.commit(Trial.earlier(0)));
    }
    assertOnlyTheOldOneStands(store);
  }

  @Test
  void stopsWhileItReads() throws IOException {
    BackupStore store = storeWithABackup();
    try (InputStream stored = store.open(Trial.JOB.complete(), Trial.ARCHIVE)) {
      Thread.currentThread().interrupt();
      assertThrows(StoppedException.class, stored::read);
    }
    assertOnlyTheOldOneStands(store);
  }
}
