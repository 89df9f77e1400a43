package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** What the system said, without the paths that the JDK puts before it. */
final class Reason {
  private Reason() {}

  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return Objects.requireNonNull(system.getReason());
    }
    return failure.toString();
  }
}
