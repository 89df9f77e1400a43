package org.mkbackup.application.inspect;

import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.domain.failure.ArchiveException;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.text.EscapedName;
import org.mkbackup.domain.text.RawName;

/** What is said of a name that was asked for, and is the name of nothing in a backup. */
final class NotInBackup {
  /** What Java makes of an argument's bytes that are not UTF-8. */
  private static final String REPLACED = RawName.ofText("\ufffd");

  private static final int MOST_SHOWN = 300;

  private NotInBackup() {}

  /**
   * The failure.
   *
   * @param name raw
   */
  static ArchiveException path(String name, StoredBackups.Choice choice) {
    return new ArchiveException(
        "There is no '" + shown(name) + "' in backup '" + choice.backup() + "'",
        hint(name, choice));
  }

  /** The same of a pattern. */
  static ArchiveException pattern(String glob, StoredBackups.Choice choice) {
    return new ArchiveException(
        "Nothing in backup '" + choice.backup() + "' matches '" + shown(glob) + "'",
        hint(glob, choice));
  }

  private static String shown(String name) {
    return OneLine.beginning(EscapedName.of(name), MOST_SHOWN);
  }

  private static String hint(String name, StoredBackups.Choice choice) {
    String list =
        "'mkbackup ls " + choice.target() + " " + choice.backup() + "' shows what there is";
    return name.contains(REPLACED)
        ? list + "; bytes that are not UTF-8 are given as it shows them, such as \\344"
        : list;
  }
}
