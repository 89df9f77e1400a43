package org.mkbackup.application.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mkbackup.application.run.Movement;
import org.mkbackup.application.run.MovingInput;
import org.mkbackup.application.stream.CheckedInput;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.StoredArchive;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;

/** What tells whether a backup on a target is the one that its manifest describes. */
record StoredEvidence(BackupStore store, BackupId id, BackupManifest manifest) {
  private static final int BUFFER = 1 << 18;

  /** What a look at the sizes tells; empty: nothing is missing. */
  Optional<String> lack() {
    if (manifest.files().isEmpty()) {
      return Optional.of("there is no archive in it");
    }
    for (StoredArchive file : manifest.files()) {
      long size = store.size(id, file.name());
      if (size != file.size()) {
        return Optional.of(
            "'" + file.name() + "' has " + size + " bytes instead of " + file.size());
      }
    }
    return Optional.empty();
  }

  /** What reading all of it tells; empty: each byte is as it was written. */
  Optional<String> damage(Movement movement) {
    byte[] buffer = new byte[BUFFER];
    for (StoredArchive file : manifest.files()) {
      try (InputStream checked = checked(file, movement)) {
        int read = 0;
        while (read >= 0) {
          read = checked.read(buffer);
        }
      } catch (ArchiveException | TargetException e) {
        return Optional.of(e.what());
      } catch (IOException e) {
        return Optional.of(file.name() + " can't be read: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private InputStream checked(StoredArchive file, Movement movement) {
    InputStream stored =
        new MovingInput(store.open(id, file.name()), movement, "reading " + file.name());
    return CheckedInput.byStrongest(stored, file);
  }
}
