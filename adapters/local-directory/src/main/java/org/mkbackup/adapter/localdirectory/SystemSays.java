package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.text.RawName;

/** Failures of the file system in words for people. */
final class SystemSays {
  private static final String FULL = "No space left";
  private static final String OVER_QUOTA = "quota";

  private SystemSays() {}

  /**
   * The failure to throw for one of the system.
   *
   * @param doing what was tried: {@code write}
   */
  static MkbackupException cannot(String doing, Path path, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new StoppedException("Stopped at " + RawName.forPeople(path), "", e);
    }
    String reason = reason(e);
    return new TargetException(
        "Can't " + doing + " " + RawName.forPeople(path) + ": " + reason, hint(reason), e);
  }

  private static String hint(String reason) {
    return reason.contains(FULL) || reason.contains(OVER_QUOTA)
        ? "Make room on the target"
        : "Check that the target is there, whole, and open to this user";
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
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
    String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName() : said;
  }
}
