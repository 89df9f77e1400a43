package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.failure.ArchiveException;

/** What is said of archives that can't be what they should. */
final class Damage {
  private Damage() {}

  static ArchiveException truncated(String where) {
    return new ArchiveException(
        "The archive is incomplete: it ends " + where, "Take another backup: this one was cut off");
  }

  static ArchiveException damaged(String what) {
    return new ArchiveException("The archive is damaged: " + what, "Take another backup");
  }

  static ArchiveException refused(String what) {
    return new ArchiveException(
        "The archive is refused: " + what, "No backup of a site looks like this");
  }
}
