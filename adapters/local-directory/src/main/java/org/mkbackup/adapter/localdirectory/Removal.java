package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.mkbackup.domain.backup.BackupManifest;

/** Removes backups and what is left of them. Links are removed, not followed. */
final class Removal {
  private Removal() {}

  /** Removes whatever has a name, if anything has. Of a backup, the manifest goes first. */
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

  /* So that no loss of power brings back the manifest without the rest. */
  private static void syncWherePossible(Folder folder) {
    try {
      folder.sync();
    } catch (IOException unsupported) {
      // Some network file systems can't, and have no power to lose here.
    }
  }
}
