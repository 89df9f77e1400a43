package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
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
 * name of the complete one. {@link #recover} undoes what was stopped in between.
 *
 * <p>What is written or removed has a name that ends in {@code -incomplete}, and nothing else is
 * ever removed. What stands in a new backup's place and is none gives way: it may be one that lost
 * its {@code mkbackup.info}, so it is set aside.
 */
final class Succession {
  static final String INCOMPLETE = "-incomplete";
  private static final String SET_ASIDE = "-set-aside";

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
    List<String> names = target.names();
    if (!isBackup(target, complete)) {
      Optional<String> newest = newest(names);
      if (newest.isPresent()) {
        setAside(complete);
        target.rename(newest.get(), complete);
      }
    }
    Removal.remove(target, incomplete);
    for (String name : names) {
      if (isBeingRemoved(name)) {
        finishRemoval(name);
      }
    }
  }

  private boolean isOwn(String name) {
    return job.isOwn(RawName.forPeople(name));
  }

  private static String without(String name, String end) {
    return name.substring(0, name.length() - end.length());
  }

  private Optional<String> newest(List<String> names) throws IOException {
    Optional<String> newest = Optional.empty();
    for (String name : names) {
      if (isOwn(name)
          && isBackup(target, name)
          && newest.filter(other -> other.compareTo(name) > 0).isEmpty()) {
        newest = Optional.of(name);
      }
    }
    return newest;
  }

  private void finishRemoval(String name) {
    try {
      Removal.remove(target, name);
    } catch (IOException stillInTheWay) {
      // It is no backup, and in nobody's way but for the room that it takes.
    }
  }

  /** The names of all that looks like a backup of the job, and is none. */
  List<String> strays() throws IOException {
    List<String> strays = new ArrayList<>();
    for (String name : target.names()) {
      if ((isOwn(name) || isSetAside(name) || isBeingRemoved(name)) && !isBackup(target, name)) {
        strays.add(name);
      }
    }
    return strays;
  }

  private boolean isBeingRemoved(String name) {
    return name.endsWith(INCOMPLETE) && isOwn(without(name, INCOMPLETE));
  }

  private boolean isSetAside(String name) {
    int end = name.lastIndexOf(SET_ASIDE);
    return end >= 0 && isOwn(name.substring(0, end));
  }

  private void setAside(String name) throws IOException {
    if (target.look(name).isEmpty()) {
      return;
    }
    String aside = name + SET_ASIDE;
    for (int number = 2; target.look(aside).isPresent(); number++) {
      aside = name + SET_ASIDE + "-" + number;
    }
    target.rename(name, aside);
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
      setAside(name);
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
