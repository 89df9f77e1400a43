package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.mkbackup.domain.backup.BackupManifest;

/**
 * Whose backups are, and who may do what with them.
 *
 * <p>Directories are of the group {@code omd}, to which all sites' users belong, so that they can
 * share a target. An archive that isn't sealed holds all of a site's secrets: it is for its owner
 * and the owner's own group. The manifest is for all, since every site's web interface lists all
 * backups.
 *
 * <p>The group may not exist, and network file systems may know neither groups nor modes, or not
 * let them be changed. That is no reason not to back up: such failures are passed over.
 */
final class Ownership {
  static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxrwxr-x");
  private static final Set<PosixFilePermission> ARCHIVE =
      PosixFilePermissions.fromString("rw-rw----");
  private static final Set<PosixFilePermission> MANIFEST =
      PosixFilePermissions.fromString("rw-rw-r--");
  private static final String GROUP = "omd";

  private Ownership() {}

  static Set<PosixFilePermission> modeOf(String file) {
    return file.equals(BackupManifest.FILE_NAME) ? MANIFEST : ARCHIVE;
  }

  /** Gives a directory that was just made its group, and the mode that the umask cut. */
  static void share(Folder folder) {
    try {
      folder
          .ownership()
          .setGroup(
              FileSystems.getDefault()
                  .getUserPrincipalLookupService()
                  .lookupPrincipalByGroupName(GROUP));
    } catch (IOException notPossible) {
      // Passed over, as said above.
    }
    setMode(folder.ownership(), FOLDER);
  }

  /** Gives a file that was just made the mode that the umask cut. */
  static void share(Folder folder, String file) {
    setMode(folder.ownership(file), modeOf(file));
  }

  private static void setMode(PosixFileAttributeView view, Set<PosixFilePermission> mode) {
    try {
      view.setPermissions(mode);
    } catch (IOException notPossible) {
      // Passed over, as said above.
    }
  }
}
