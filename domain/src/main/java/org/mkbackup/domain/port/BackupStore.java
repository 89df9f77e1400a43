package org.mkbackup.domain.port;

import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
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
   * What stands where backups of a job do and is none, in no particular order: its {@code
   * mkbackup.info} is gone or can't be read, or it was set aside by {@link #begin} or {@link
   * PendingBackup#commit}. A store whose backups can't come to that has none.
   */
  default List<BackupId> strays(GlobalJobId job) {
    return List.of();
  }

  /**
   * Opens a file of a backup. The stream need not be buffered; the caller closes it.
   *
   * @param file a plain name; one with a slash in it is refused
   */
  InputStream open(BackupId backup, String file);

  /** The size of a file of a backup in bytes, for a check before it is read. */
  long size(BackupId backup, String file);

  /**
   * Holds a backup to read it, or several files of it. Until the hold is closed the backup stays
   * what it is: {@link #delete} refuses to remove it, here and in other processes of this machine,
   * and what the hold opens are the files of this very backup, even if {@link PendingBackup#commit}
   * meanwhile gives it another id and its old one to a new backup. Several may hold one backup. A
   * hold needs no more than the right to read, and ends with its process, however that ends.
   *
   * <p>A store that can't hold anything leaves this as it is: then files are found by the backup's
   * id whenever they are opened, and nothing keeps the backup from being removed.
   */
  default HeldBackup hold(BackupId backup) {
    return new NotHeld(this, backup);
  }

  /**
   * Whether somebody holds a backup now, so that {@link #delete} would refuse to remove it. Nothing
   * is changed by it. A store that can't hold anything says no, and one that can't tell says it as
   * well: only {@code delete} is sure.
   */
  default boolean isHeld(BackupId backup) {
    return false;
  }

  /**
   * How many bytes the target has room for, as far as that can be known: others write there, too.
   * Empty: it can't.
   */
  default OptionalLong room() {
    return OptionalLong.empty();
  }

  /**
   * Begins a backup of a job. What an earlier run of that job left unfinished is removed or, where
   * it was stopped between two steps of {@link PendingBackup#commit}, put in order: the newest
   * generation becomes the complete backup again where there is none. What a {@link #delete} of one
   * of the job's backups left is removed where that can be done. Nothing else is: what stands in a
   * backup's place and is none is set aside, as one of the {@link #strays}. There may be one
   * pending backup of a job at a time; the caller holds a lock that sees to it.
   */
  PendingBackup begin(GlobalJobId job);

  /**
   * Removes a backup: first it ceases to be one, then its files go.
   *
   * @throws org.mkbackup.domain.failure.BusyException if somebody holds it; nothing is removed then
   */
  void delete(BackupId backup);
}
