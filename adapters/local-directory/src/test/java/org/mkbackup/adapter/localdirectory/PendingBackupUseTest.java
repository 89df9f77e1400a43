package org.mkbackup.adapter.localdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.PendingBackup;

/** The order in which a pending backup wants to be used, and what a full target says. */
class PendingBackupUseTest {
  @TempDir private Path directory;

  @Test
  void writesOneFileAfterTheOther() throws IOException {
    try (PendingBackup pending = Trial.store(directory).begin(Trial.JOB)) {
      try (OutputStream open = pending.create("one.tar")) {
        assertThrows(IllegalStateException.class, () -> pending.create("two.tar"));
        assertThrows(IllegalStateException.class, () -> pending.commit(Trial.earlier(0)));
        open.write(1);
      }
      Trial.write(pending, "text");
      pending.commit(Trial.earlier(0));
    }
    assertEquals(1, Trial.store(directory).size(Trial.JOB.complete(), "one.tar"));
  }

  @Test
  void takesNothingMoreAfterItsEnd() throws IOException {
    PendingBackup pending = Trial.store(directory).begin(Trial.JOB);
    OutputStream sink = pending.create("one.tar");
    sink.close();
    assertThrows(IllegalStateException.class, () -> sink.write(1));
    Trial.write(pending, "text");
    pending.commit(Trial.earlier(0));
    assertThrows(IllegalStateException.class, () -> pending.create("two.tar"));
    assertThrows(IllegalStateException.class, () -> pending.commit(Trial.earlier(0)));
    pending.close();
    assertThrows(IllegalStateException.class, () -> pending.create("two.tar"));
  }

  @Test
  void namesTheFileAndTheRemedyWhenTheTargetIsFull() throws IOException {
    try (Mounts mounts = new Mounts(directory)) {
      Optional<Path> small = mounts.tmpfs("size=64k");
      assumeTrue(small.isPresent(), "left out: only root can mount a file system that is small");
      BackupStore store = Trial.store(small.orElseThrow());
      try (PendingBackup pending = store.begin(Trial.JOB);
          OutputStream sink = pending.create(Trial.ARCHIVE)) {
        TargetException failure =
            assertThrows(TargetException.class, () -> sink.write(new byte[1 << 20]));
        assertTrue(failure.what().contains("-incomplete/" + Trial.ARCHIVE), failure::what);
        assertEquals("Make room on the target", failure.hint());
      }
    }
  }
}
