package org.mkbackup.adapter.sitearchive;

import java.util.Optional;
import org.mkbackup.domain.run.RunLog;

/** The system's calls, for what goes on without them where native code can't be loaded. */
final class NativeCode {
  private NativeCode() {}

  static Optional<LinuxCalls> load(RunLog log) {
    try {
      return Optional.of(LinuxCalls.get());
    } catch (LinkageError e) {
      log.warn(
          "Extended attributes, ACLs among them, are left out: native code can't be loaded: "
              + e.getMessage());
      return Optional.empty();
    }
  }
}
