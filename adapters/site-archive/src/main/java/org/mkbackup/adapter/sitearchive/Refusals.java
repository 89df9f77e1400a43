package org.mkbackup.adapter.sitearchive;

import java.util.HashSet;
import java.util.Set;
import org.mkbackup.domain.run.RunLog;

/**
 * What the system didn't let a restore do, and that it goes on without: a warning for the first
 * file of a kind. The others would be as many lines as there are files, and are told under verbose.
 */
final class Refusals {
  private final RunLog log;
  private final Set<String> kinds = new HashSet<>();

  Refusals(RunLog log) {
    this.log = log;
  }

  /** {@code what} of the file {@code outcome}: {@code reason}. */
  void note(String what, String outcome, String below, String reason) {
    String line = what + " of " + Damage.quote(below) + " " + outcome + ": " + reason;
    if (kinds.add(what + outcome + reason)) {
      log.warn(line + "; other files like this are told under --verbose only");
    } else {
      log.verbose(line);
    }
  }
}
