package org.mkbackup.adapter.localdirectory;

import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.text.RawName;

/** The rule for names of files in a backup: they can't lead out of it. */
final class PlainName {
  private PlainName() {}

  /** The raw name of a file. */
  static String raw(String file) {
    if (file.isEmpty()
        || file.equals(".")
        || file.equals("..")
        || file.indexOf('/') >= 0
        || file.indexOf('\0') >= 0) {
      throw new TargetException("'" + file + "' is not the name of a file in a backup", "");
    }
    return RawName.ofText(file);
  }
}
