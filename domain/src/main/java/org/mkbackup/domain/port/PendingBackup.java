package org.mkbackup.domain.port;

import java.io.OutputStream;
import org.mkbackup.domain.backup.BackupId;

/**
 * A backup that is being written. Nothing of it is seen in {@link BackupStore#list} before {@link
 * #commit} has returned.
 */
public interface PendingBackup extends AutoCloseable {

  /**
   * Makes a new file. Files are written one after the other: the caller closes a stream before it
   * makes the next one. Large writes pass through without being copied. The file's content is
   * durable no later than the end of {@link #commit}.
   *
   * @param file a plain name; one with a slash in it, or one that was made before, is refused
   */
  OutputStream create(String file);

  /**
   * Makes the backup the job's complete one, durably. The one before, if there is one, is kept: it
   * gets another id, under which it is listed and read like any other.
   *
   * <p>At every instant, whatever is killed, one complete backup of the job stands once there was
   * one: the one before stands under one of its two ids until the new one has taken its place. If
   * this fails, the one before stands as it was, or is put back by the next {@link
   * BackupStore#begin}.
   *
   * @param earlier the id for the one before: a {@link
   *     org.mkbackup.domain.backup.GlobalJobId#generation} that no backup has yet
   * @return the new backup's id
   * @throws IllegalStateException if no {@code mkbackup.info} was made
   */
  BackupId commit(BackupId earlier);

  /** Gives up what was not committed, and leaves nothing of it behind. */
  @Override
  void close();
}
