package org.mkbackup.adapter.sitearchive;

import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.text.RawName;

/** What is said of archives that can't be what they should. */
final class Damage {
  private static final int LONGEST = 200;

  private Damage() {}

  /** A raw text out of an archive, for people; one that is too long to be meant well is cut. */
  static String quote(String raw) {
    String text = RawName.forPeople(raw);
    return text.length() <= LONGEST ? "'" + text + "'" : "'" + text.substring(0, LONGEST) + "...'";
  }

  static ArchiveException truncated(String where) {
    return new ArchiveException(
        "The archive is incomplete: it ends " + where,
        "Restore from another backup: this one was cut off");
  }

  static ArchiveException damaged(String what) {
    return new ArchiveException("The archive is damaged: " + what, "Restore from another backup");
  }

  static ArchiveException refused(String what) {
    return new ArchiveException("The archive is refused: " + what, "No backup looks like this");
  }
}
