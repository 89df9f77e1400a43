package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.RawName;

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

  /** That an earlier restore left something that can't be removed. */
  static SiteException leftOver(Path tree) {
    return new SiteException(
        RawName.forPeople(tree) + ", left over from an earlier restore, can't be removed",
        "Remove it by hand");
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
