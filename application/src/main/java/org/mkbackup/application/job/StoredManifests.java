package org.mkbackup.application.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
import org.mkbackup.domain.port.ManifestFormat;

/** Reads the manifests of backups on a target. */
final class StoredManifests {
  private static final int MOST_BYTES = 16 << 20;
  private static final String HINT =
      "It was changed or damaged: take another backup; 'omd restore' still takes a site's archive"
          + " that isn't sealed";

  private final ManifestFormat format;

  StoredManifests(ManifestFormat format) {
    this.format = format;
  }

  BackupManifest read(BackupStore store, BackupId id) {
    return read(id, () -> store.open(id, BackupManifest.FILE_NAME));
  }

  BackupManifest read(HeldBackup backup, BackupId id) {
    return read(id, () -> backup.open(BackupManifest.FILE_NAME));
  }

  private BackupManifest read(BackupId id, Supplier<InputStream> opening) {
    try (InputStream stored = opening.get()) {
      byte[] bytes = stored.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ArchiveException("It is larger than any manifest", "");
      }
      return format.read(bytes);
    } catch (ArchiveException e) {
      throw new ArchiveException(
          "The manifest of backup '" + id + "' can't be used: " + e.what(), HINT, e);
    } catch (IOException e) {
      throw new TargetException(
          "The manifest of backup '" + id + "' can't be read: " + SystemReason.of(e),
          "See to the target, or take another backup",
          e);
    }
  }
}
