package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.mkbackup.domain.failure.MkbackupException;
import org.mkbackup.domain.failure.StoppedException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.text.RawName;

/** Failures of the file system in words for people. */
final class SystemSays {
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
    return new TargetException(
        "Can't " + doing + " " + RawName.forPeople(path) + ": " + SystemReason.of(e), hint(e), e);
  }

  private static String hint(IOException e) {
    return SystemReason.isNoRoom(e)
        ? "Make room on the target"
        : "Check that the target is there, whole, and open to this user";
  }
}
