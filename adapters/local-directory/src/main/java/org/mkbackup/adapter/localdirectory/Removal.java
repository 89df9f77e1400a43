package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.text.RawName;

/** Removes backups and what is left of them. Links are removed, not followed. */
final class Removal {
  /** In bytes, on all file systems that there are. */
  private static final int LONGEST_NAME = 255;

  private Removal() {}

  /**
   * Removes a backup. It first gets a name that no backup has, so that what is left of it when this
   * is stopped is known for what it is. If nothing of it can be removed, it gets its own one back.
   */
  static void removeBackup(Folder parent, String name) throws IOException {
    String removed = name + Succession.INCOMPLETE;
    if (RawName.bytes(removed).length > LONGEST_NAME) {
      remove(parent, name);
      return;
    }
    remove(parent, removed);
    parent.rename(name, removed);
    syncWherePossible(parent);
    try {
      remove(parent, removed);
    } catch (IOException e) {
      putBackIfWhole(parent, removed, name, e);
      throw e;
    }
  }

  private static void putBackIfWhole(
      Folder parent, String removed, String name, IOException cause) {
    try (Folder folder = parent.folder(removed)) {
      if (folder.hasFile(BackupManifest.FILE_NAME)) {
        parent.rename(removed, name);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
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
