package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/**
 * Says of a file why it isn't in the archive. What a disk that fails doesn't give is no reason: a
 * backup without it would take the place of one that has it.
 */
final class LeftOut {
  private final RunLog log;

  LeftOut(RunLog log) {
    this.log = log;
  }

  /**
   * A file that is gone is nothing unusual in a running site; all else is.
   *
   * @throws SiteException if it is the disk that fails
   */
  void because(String below, IOException failure) {
    Interrupts.check(failure);
    if (SystemReason.isDamage(failure)) {
      throw cannot(below, failure);
    }
    String name = name(below);
    if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
      log.verbose(name + " has vanished and is left out");
    } else {
      log.warn(name + " can't be read and is left out: " + SystemReason.of(failure));
    }
  }

  /** What ends the archive: a file is there and can't be read. */
  static SiteException cannot(String below, IOException failure) {
    return new SiteException(
        "Can't read " + name(below) + ": " + SystemReason.of(failure),
        "Check the disk or the file system that it is on. The backups before stand; what is lost"
            + " for good has to be moved away or restored before the next one",
        failure);
  }

  private static String name(String below) {
    return "'" + RawName.forPeople(below) + "'";
  }
}
