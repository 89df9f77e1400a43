package org.mkbackup.application.job;

import java.util.Optional;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;

/**
 * What became of a backup of a job when its backups were pruned.
 *
 * @param manifest empty: it can't be used
 * @param why it is kept, or why it could not be removed
 */
public record Pruned(BackupId id, Optional<BackupManifest> manifest, Fate fate, String why) {

  /** What becomes of a backup. */
  public enum Fate {
    /** It is kept. */
    KEPT,
    /** Nobody knows whether it may go, so it stays. */
    LEFT_ALONE,
    /** It would be removed. */
    DUE,
    /** It is no more. */
    REMOVED,
    /** It would be or have been removed, but somebody reads it. */
    BEING_READ,
    /** It should have been removed, but could not be. */
    FAILED
  }
}
