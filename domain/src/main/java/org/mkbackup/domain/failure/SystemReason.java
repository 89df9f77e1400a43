package org.mkbackup.domain.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the system said, in its own words, without the path that Java puts before or instead. */
public final class SystemReason {
  private SystemReason() {}

  /** The reason, as the system words it where it is known: {@code No space left on device}. */
  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (failure instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "File exists";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "Directory not empty";
    }
    if (failure instanceof NotDirectoryException) {
      return "Not a directory";
    }
    String said =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return said == null || said.isBlank() ? failure.getClass().getSimpleName() : said;
  }

  /** Whether a file system or a quota is full. */
  public static boolean isNoRoom(IOException failure) {
    String said = of(failure);
    return said.contains("No space left") || said.contains("quota");
  }
}
