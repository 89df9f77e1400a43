package org.mkbackup.adapter.mounts;

import java.time.Duration;
import java.util.List;
import org.mkbackup.domain.failure.TargetException;

/** The system's commands, which may wait for a server for ever. */
interface Commands {

  /**
   * How a command ended.
   *
   * @param ended false: it was given up
   * @param said all that it wrote, in one line
   */
  record Outcome(boolean ended, int exitCode, String said) {
    boolean isGood() {
      return ended && exitCode == 0;
    }
  }

  /** Whether a command is installed. */
  boolean has(String command);

  /**
   * Runs a command to its end, or kills and abandons it with all that it started.
   *
   * @param line the command's name, and its arguments
   * @throws TargetException if it can't be run
   */
  Outcome run(List<String> line, Duration limit);
}
