package org.mkbackup.adapter.flock;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The directories that lock files lie in.
 *
 * <p>One of them is shared by root and all sites' users. It gets what Checkmk gives it, group
 * {@code omd} and mode 0770. It has no sticky bit, which would keep one site's user from removing
 * another's lock file: where {@code fs.protected_regular} is set, as most systems have it,
 * Checkmk's own tools could then not open a lock file that another user made.
 *
 * @param shared the shared one
 */
record LockDirectory(Path shared) {
  private static final String SHARED_GROUP = "omd";
  private static final Set<PosixFilePermission> SHARED_MODE =
      PosixFilePermissions.fromString("rwxrwx---");
  private static final FileAttribute<?> OTHER_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

  /** Sees to it that the directory of a lock file is there. */
  void make(Path file) throws IOException {
    Path directory = file.resolveSibling("");
    if (directory.equals(shared)) {
      makeShared();
    } else if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, OTHER_MODE);
    }
  }

  /* It lies where anybody can make a link of its name. */
  private void makeShared() throws IOException {
    if (Files.notExists(shared, LinkOption.NOFOLLOW_LINKS)) {
      make(shared);
      try {
        Files.createDirectory(shared, PosixFilePermissions.asFileAttribute(SHARED_MODE));
        share();
      } catch (FileAlreadyExistsException madeMeanwhile) {
        // The check below applies to it like to any other.
      }
    }
    if (!Files.isDirectory(shared, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(shared.toString());
    }
  }

  private void share() throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(shared, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      view.setGroup(
          shared
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByGroupName(SHARED_GROUP));
    } catch (UserPrincipalNotFoundException noSites) {
      // Without Checkmk on the machine there is nobody to share it with.
    } catch (FileSystemException notAllowed) {
      // A user who is not of the group locks for himself.
    }
    view.setPermissions(SHARED_MODE);
  }

  /** The group that a file made there is to have; empty: that of the process. */
  OptionalInt groupOf(Path file) throws IOException {
    return file.resolveSibling("").equals(shared)
        ? OptionalInt.of((Integer) Files.getAttribute(shared, "unix:gid"))
        : OptionalInt.empty();
  }
}
