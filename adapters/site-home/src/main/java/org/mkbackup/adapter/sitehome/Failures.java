package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.mkbackup.domain.failure.SiteException;

/** What the system said, in words for the person who asked. */
final class Failures {
  private Failures() {}

  /**
   * The failure for people.
   *
   * @param what what couldn't be done, without a full stop
   */
  static SiteException of(String what, IOException e) {
    return new SiteException(what + ": " + reason(e), hint(e), e);
  }

  static String reason(IOException e) {
    if (e instanceof AtomicMoveNotSupportedException move) {
      return move.getFile() + " is on another file system than " + move.getOtherFile();
    }
    if (e instanceof FileSystemException file) {
      String reason = reason(file);
      return file.getFile() == null ? reason : file.getFile() + ": " + reason;
    }
    return String.valueOf(e.getMessage());
  }

  private static String reason(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "File exists";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "Directory not empty";
    }
    if (e instanceof NotDirectoryException) {
      return "Not a directory";
    }
    return e.getClass().getSimpleName();
  }

  private static String hint(IOException e) {
    return e instanceof AtomicMoveNotSupportedException
        ? "Restore with --in-place"
        : "See that there is room, and that this user may write there; want of room for two trees"
            + " is what --in-place is for";
  }
}
