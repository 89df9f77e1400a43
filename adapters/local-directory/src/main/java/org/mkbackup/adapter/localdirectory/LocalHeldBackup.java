package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.port.HeldBackup;

/**
 * A backup whose directory is open and locked, so that it is the same one whatever it is renamed
 * to.
 */
final class LocalHeldBackup implements HeldBackup {
  private static final int MOST_TRIES = 20;

  private final Folder folder;
  private final FolderLock lock;
  private final BackupFolder files;
  private boolean closed;

  private LocalHeldBackup(Folder folder, FolderLock lock, BackupId id) {
    this.folder = folder;
    this.lock = lock;
    this.files = new BackupFolder(folder, id);
  }

  /** Holds a backup; empty if there is none. */
  static Optional<HeldBackup> of(Folder target, String name, BackupId id) throws IOException {
    Optional<HeldBackup> held = Optional.empty();
    /* A commit meanwhile may give the name to another directory, which is a backup as well. */
    for (int tries = 0; held.isEmpty() && tries < MOST_TRIES; tries++) {
      if (!Succession.isBackup(target, name)) {
        return Optional.empty();
      }
      held = once(target, name, id);
    }
    return held;
  }

  private static Optional<HeldBackup> once(Folder target, String name, BackupId id)
      throws IOException {
    Folder folder;
    try {
      folder = target.folder(name);
    } catch (NoSuchFileException | NotDirectoryException renamed) {
      return Optional.empty();
    }
    boolean held = false;
    try {
      Optional<FolderLock> lock = FolderLock.shared(folder);
      held = lock.isPresent() && folder.hasFile(BackupManifest.FILE_NAME);
      if (!held) {
        lock.ifPresent(FolderLock::close);
        return Optional.empty();
      }
      return lock.map(shared -> new LocalHeldBackup(folder, shared, id));
    } finally {
      if (!held) {
        folder.close();
      }
    }
  }

  @Override
  public InputStream open(String file) {
    try {
      return files.open(file);
    } catch (IOException e) {
      throw SystemSays.cannot("read", folder.path(), e);
    }
  }

  @Override
  public long size(String file) {
    try {
      return files.size(file);
    } catch (IOException e) {
      throw SystemSays.cannot("read", folder.path(), e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    lock.close();
    try {
      folder.close();
    } catch (IOException e) {
      throw SystemSays.cannot("close", folder.path(), e);
    }
  }
}
