package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.text.RawName;

/**
 * How a job's new backup takes the place of the one before, so that at every instant one of them
 * stands complete, whatever is killed.
 *
 * <p>A directory can't be renamed over another one that has files in it. So the one before is first
 * set aside, under a name under which it is still a backup that can be listed and read; then the
 * new one gets the name; then the one before is removed. {@link #recover} finishes or undoes what
 * was stopped in between. The three names belong to the store: what else stands there is removed.
 */
final class Succession {
  static final String INCOMPLETE = "-incomplete";

  /* Not longer than the one above, so that it is a legal file name wherever that is. */
  private static final String SET_ASIDE = "-superseded";

  private final Folder target;
  private final String complete;
  private final String incomplete;
  private final String setAside;

  Succession(Folder target, GlobalJobId job) {
    this.target = target;
    this.complete = RawName.ofText(job.complete().value());
    this.incomplete = RawName.ofText(job.incomplete().value());
    this.setAside = RawName.ofText(job.value() + SET_ASIDE);
  }

  /** Whether a name is that of a backup; nothing that can't be looked into is one. */
  static boolean isBackup(Folder target, String name) throws IOException {
    if (name.endsWith(INCOMPLETE) || !target.hasFolder(name)) {
      return false;
    }
    try (Folder folder = target.folder(name)) {
      return folder.hasFile(BackupManifest.FILE_NAME);
    } catch (AccessDeniedException | NoSuchFileException | NotDirectoryException e) {
      return false;
    }
  }

  /** Puts in order what a run left that was killed. */
  void recover() throws IOException {
    if (isBackup(target, setAside) && !isBackup(target, complete)) {
      Removal.remove(target, complete);
      target.rename(setAside, complete);
    }
    Removal.remove(target, setAside);
    Removal.remove(target, incomplete);
  }

  /** Makes the directory that the new backup is written to. */
  Folder begin() throws IOException {
    target.makeFolder(incomplete, Ownership.FOLDER);
    Folder folder = target.folder(incomplete);
    Ownership.share(folder);
    return folder;
  }

  void abandon() throws IOException {
    Removal.remove(target, incomplete);
  }

  /**
   * Gives the new backup the name of the complete one. If that fails, all is as it was.
   *
   * @param durably whether the file system can make names durable
   */
  void publish(boolean durably) throws IOException {
    boolean replaces = target.look(complete).isPresent();
    if (replaces) {
      target.rename(complete, setAside);
    }
    try {
      target.rename(incomplete, complete);
      if (durably) {
        sync();
      }
    } catch (IOException e) {
      if (replaces) {
        undo(setAside, complete, e);
      }
      throw e;
    }
  }

  private void sync() throws IOException {
    try {
      target.sync();
    } catch (IOException e) {
      undo(complete, incomplete, e);
      throw e;
    }
  }

  private void undo(String from, String to, IOException cause) {
    try {
      target.rename(from, to);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Removes the backup that the new one has taken the place of. */
  void removeSetAside() throws IOException {
    Removal.remove(target, setAside);
  }
}
