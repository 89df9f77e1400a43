package org.mkbackup.domain.port;

import java.io.InputStream;
import java.util.List;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.GlobalJobId;

/**
 * The backups on one target.
 *
 * <p>A backup is a named set of files, one of which is {@code mkbackup.info}; the store knows
 * nothing of what is in them. Every method fails with a {@link
 * org.mkbackup.domain.failure.TargetException} that names the target's place and what the system
 * said. Streams fail with it too, so that a full target is not taken for a bad source.
 *
 * <p>Files that people put beside or into backups are left alone, and never followed where they are
 * links.
 */
public interface BackupStore {

  /** Returns if the target is there and can be written to, and says what is wrong otherwise. */
  void checkReady();

  /**
   * Returns if the target is there and can be read, and says what is wrong otherwise. It may be
   * read-only.
   */
  void checkReadable();

  /**
   * The ids of all that holds a {@code mkbackup.info}, in no particular order. Backups that are
   * being written, or were left unfinished, are not among them.
   */
  List<BackupId> list();

  /**
   * Opens a file of a backup. The stream need not be buffered; the caller closes it.
   *
   * @param file a plain name; one with a slash in it is refused
   */
  InputStream open(BackupId backup, String file);

  /** The size of a file of a backup in bytes, for a check before it is read. */
  long size(BackupId backup, String file);

  /**
   * Begins a backup of a job. What an earlier run of that job left unfinished is removed or, where
   * it was stopped between two steps of {@link PendingBackup#commit}, put in order. There may be
   * one pending backup of a job at a time; the caller holds a lock that sees to it.
   */
  PendingBackup begin(GlobalJobId job);

  /** Removes a backup: first it ceases to be one, then its files go. */
  void delete(BackupId backup);
}
