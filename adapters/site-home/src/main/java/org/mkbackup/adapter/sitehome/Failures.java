package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;

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

  /** The file that was at fault, and why. */
  static String reason(IOException e) {
    if (e instanceof AtomicMoveNotSupportedException move) {
      return move.getFile() + " is on another file system than " + move.getOtherFile();
    }
    String reason = SystemReason.of(e);
    return e instanceof FileSystemException file && file.getFile() != null
        ? file.getFile() + ": " + reason
        : reason;
  }

  private static String hint(IOException e) {
    if (e instanceof AtomicMoveNotSupportedException) {
      return "Restore with --in-place";
    }
    return SystemReason.isNoRoom(e)
        ? "Free some space, or restore with --in-place, which needs none for a second tree"
        : "See that this user may change the site's directory";
  }
}
