package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.mkbackup.domain.backup.BackupManifest;

/** Removes backups and what is left of them. Links are removed, not followed. */
final class Removal {
  private Removal() {}

  /**
   * Removes a backup. It first gets a name that no backup has, so that what is left of it when this
   * is stopped is known for what it is.
   */
  static void removeBackup(Folder parent, String name) throws IOException {
    String removed = name + Succession.INCOMPLETE;
    try {
      remove(parent, removed);
      parent.rename(name, removed);
    } catch (FileSystemException tooLongOrInTheWay) {
      remove(parent, name);
      return;
    }
    syncWherePossible(parent);
    remove(parent, removed);
  }

  /** Removes whatever has a name, if anything has. The manifest goes first, if there is one. */
  static void remove(Folder parent, String name) throws IOException {
    try {
      if (parent.hasFolder(name)) {
        try (Folder folder = parent.folder(name)) {
          empty(folder);
        }
        parent.removeEmptyFolder(name);
      } else {
        parent.removeFile(name);
      }
    } catch (NoSuchFileException gone) {
      // That is what was wanted.
    }
  }

  private static void empty(Folder folder) throws IOException {
    if (folder.look(BackupManifest.FILE_NAME).isPresent()) {
      remove(folder, BackupManifest.FILE_NAME);
      syncWherePossible(folder);
    }
    for (String name : folder.names()) {
      remove(folder, name);
    }
  }

  /* So that no loss of power brings back the name or the manifest without the rest. */
  private static void syncWherePossible(Folder folder) {
    try {
      folder.sync();
    } catch (IOException unsupported) {
      // Some network file systems can't, and have no power to lose here.
    }
  }
}
