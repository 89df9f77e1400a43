package org.mkbackup.adapter.localdirectory;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.port.PendingBackup;
import org.mkbackup.domain.text.RawName;

/** A backup in its {@code -incomplete} directory. */
final class LocalPendingBackup implements PendingBackup {
  private final Folder target;
  private final Folder folder;
  private final Succession succession;
  private final GlobalJobId job;
  private final Map<String, FileChannel> files = new LinkedHashMap<>();
  private @Nullable FileOutput writing;
  private boolean committed;
  private boolean closed;

  private LocalPendingBackup(Folder target, Folder folder, Succession succession, GlobalJobId job) {
    this.target = target;
    this.folder = folder;
    this.succession = succession;
    this.job = job;
  }

  /**
   * Puts the job's backups in order and makes the directory.
   *
   * @param target closed by the backup, or when this fails
   */
  static PendingBackup begin(Folder target, GlobalJobId job) throws IOException {
    boolean begun = false;
    try {
      Succession succession = new Succession(target, job);
      succession.recover();
      PendingBackup pending = new LocalPendingBackup(target, succession.begin(), succession, job);
      begun = true;
      return pending;
    } finally {
      if (!begun) {
        target.close();
      }
    }
  }

  @Override
  public OutputStream create(String file) {
    requireNothingOpen();
    String name = PlainName.raw(file);
    if (files.containsKey(name)) {
      throw new TargetException("The file '" + file + "' of the backup was made before", "");
    }
    try {
      FileChannel channel = folder.makeFile(name, Ownership.modeOf(file));
      files.put(name, channel);
      Ownership.share(folder, name);
      writing = new FileOutput(channel, folder.path(name));
      return writing;
    } catch (IOException e) {
      throw SystemSays.cannot("make", folder.path(name), e);
    }
  }

  private void requireNothingOpen() {
    if (closed || committed || (writing != null && writing.isOpen())) {
      throw new IllegalStateException(
          "The backup is " + (closed ? "closed" : committed ? "committed" : "still being written"));
    }
  }

  @Override
  public BackupId commit(BackupId earlier) {
    requireNothingOpen();
    if (!files.containsKey(BackupManifest.FILE_NAME)) {
      throw new IllegalStateException("The backup has no " + BackupManifest.FILE_NAME);
    }
    boolean interrupted = false;
    try {
      forceFiles();
      boolean durably = canForceFolders();
      /* From here on it can be done or undone, but an interrupt would leave it half done. */
      interrupted = Thread.interrupted();
      succession.publish(RawName.ofText(earlier.value()), durably);
      committed = true;
    } catch (IOException e) {
      throw SystemSays.cannot("complete", folder.path(), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return job.complete();
  }

  private void forceFiles() throws IOException {
    for (FileChannel file : files.values()) {
      file.force(true);
      file.close();
    }
  }

  /* Some network file systems can't, and say so at once; the files have been forced by now. */
  private boolean canForceFolders() throws IOException {
    try {
      folder.sync();
      return true;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException unsupported) {
      return false;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    // A network file system may tell only at the end what it couldn't write: all goes all the same.
    try (Folder first = folder;
        Folder second = target;
        Closeable abandoning = this::abandon) {
      Closing.all(files.values());
    } catch (IOException e) {
      throw SystemSays.cannot("remove", folder.path(), e);
    }
  }

  private void abandon() throws IOException {
    if (!committed) {
      succession.abandon();
    }
  }

  @Override
  public String toString() {
    return RawName.forPeople(folder.path());
  }
}
