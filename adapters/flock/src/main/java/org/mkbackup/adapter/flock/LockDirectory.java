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
import org.mkbackup.domain.text.RawName;

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

  /** Sees to it that the directory of a lock file is there, and that root can make the file. */
  void make(Path file) throws IOException {
    Path directory = file.resolveSibling("");
    if (directory.equals(shared)) {
      makeShared();
      Planted.clearForFile(file);
    } else if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, OTHER_MODE);
    }
  }

  /* It lies where anybody can make it first, or a link of its name. */
  private void makeShared() throws IOException {
    Planted.clearForDirectory(shared);
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
    if (!Planted.isSeenByRoot()) {
      requireOpen();
    } else if (!Planted.isRoots(shared)) {
      takeOver();
    }
  }

  /* Its maker could exchange it for another meanwhile, but not once it is root's. */
  private void takeOver() throws IOException {
    Files.setAttribute(shared, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
    share();
    if (!Files.isDirectory(shared, LinkOption.NOFOLLOW_LINKS) || !Planted.isRoots(shared)) {
      throw new IOException("somebody exchanges " + RawName.forPeople(shared));
    }
  }

  private void requireOpen() throws IOException {
    if (!Files.isWritable(shared) || !Files.isExecutable(shared)) {
      throw new IOException(
          RawName.forPeople(shared)
              + " belongs to "
              + Files.getOwner(shared, LinkOption.NOFOLLOW_LINKS).getName()
              + " and is closed to this user, who should be of group "
              + SHARED_GROUP
              + "; root may remove it");
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
