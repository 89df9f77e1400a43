package org.mkbackup.adapter.sitearchive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.text.RawName;

/** Says of a file why it isn't in the archive. */
final class LeftOut {
  private final RunLog log;

  LeftOut(RunLog log) {
    this.log = log;
  }

  /** A file that is gone is nothing unusual in a running site; all else is. */
  void because(String below, IOException failure) {
    Interrupts.check(failure);
    String name = "'" + RawName.forPeople(below) + "'";
    if (failure instanceof NoSuchFileException || failure instanceof NotDirectoryException) {
      log.verbose(name + " has vanished and is left out");
    } else {
      log.warn(name + " can't be read and is left out: " + SystemReason.of(failure));
    }
  }
}
