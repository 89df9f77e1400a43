package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.text.RawName;

/**
 * How a job's new backup takes the place of the one before, so that at every instant one of them
 * stands complete, whatever is killed.
 *
 * <p>A directory can't be renamed over another one that has files in it. So the one before first
 * gets the name under which it is kept, which is that of a backup, too; then the new one gets the
 * name of the complete one. {@link #recover} undoes what was stopped in between. The names belong
 * to the store: what stands under one of them and is no backup gives way.
 */
final class Succession {
  static final String INCOMPLETE = "-incomplete";

  private final Folder target;
  private final GlobalJobId job;
  private final String complete;
  private final String incomplete;

  Succession(Folder target, GlobalJobId job) {
    this.target = target;
    this.job = job;
    this.complete = RawName.ofText(job.complete().value());
    this.incomplete = RawName.ofText(job.incomplete().value());
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
    List<String> generations = generations();
    if (!isBackup(target, complete)) {
      Optional<String> newest = newest(generations);
      if (newest.isPresent()) {
        Removal.remove(target, complete);
        target.rename(newest.get(), complete);
      }
    }
    Removal.remove(target, incomplete);
    for (String name : generations) {
      removeWhatIsLeft(name);
    }
  }

  private List<String> generations() throws IOException {
    return target.names().stream()
        .filter(name -> job.isGeneration(RawName.forPeople(name)))
        .sorted()
        .toList();
  }

  private Optional<String> newest(List<String> generations) throws IOException {
    Optional<String> newest = Optional.empty();
    for (String name : generations) {
      if (isBackup(target, name)) {
        newest = Optional.of(name);
      }
    }
    return newest;
  }

  /* A removal that was killed, or that something was in the way of, has taken the manifest. */
  private void removeWhatIsLeft(String name) {
    try {
      if (target.hasFolder(name) && !hasManifest(name)) {
        Removal.remove(target, name);
      }
    } catch (IOException stillInTheWay) {
      // It is no backup, and in nobody's way but for the room that it takes.
    }
  }

  private boolean hasManifest(String name) throws IOException {
    try (Folder folder = target.folder(name)) {
      return folder.look(BackupManifest.FILE_NAME).isPresent();
    }
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
   * Gives the new backup the name of the complete one, and the one before another. If that fails,
   * all is as it was.
   *
   * @param earlier the name for the one before
   * @param durably whether the file system can make names durable
   */
  void publish(String earlier, boolean durably) throws IOException {
    boolean keeps = isBackup(target, complete);
    giveWay(keeps ? earlier : complete);
    if (keeps) {
      target.rename(complete, earlier);
    }
    try {
      target.rename(incomplete, complete);
      if (durably) {
        sync();
      }
    } catch (IOException e) {
      if (keeps) {
        undo(earlier, complete, e);
      }
      throw e;
    }
  }

  /* A backup stays: then the rename fails. */
  private void giveWay(String name) throws IOException {
    if (!isBackup(target, name)) {
      Removal.remove(target, name);
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
}
