package org.mkbackup.domain.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;

/** What the system said, in its own words, without the path that Java puts before or instead. */
public final class SystemReason {
  /* EIO, EUCLEAN, EBADMSG, EREMOTEIO */
  private static final Set<String> DAMAGE =
      Set.of("Input/output error", "Structure needs cleaning", "Bad message", "Remote I/O error");

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

  /** Whether a disk or a file system fails, which asking again doesn't change. */
  public static boolean isDamage(IOException failure) {
    return DAMAGE.contains(of(failure));
  }
}
