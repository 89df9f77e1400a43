package org.mkbackup.adapter.accounts;

import java.util.List;

/** The system's commands. */
interface Commands {

  /**
   * How a command ended.
   *
   * @param output the end of what it wrote to standard output
   * @param complaint the last line that it wrote to standard error; empty if there is none
   */
  record Outcome(int exitCode, String output, String complaint) {

    boolean isGood() {
      return exitCode == 0;
    }

    /** Why it failed, for people. */
    String reason() {
      return (complaint.isEmpty() ? "" : complaint + " ") + "(exit code " + exitCode + ")";
    }
  }

  /**
   * Runs a command to its end, whatever its exit code is.
   *
   * @param line the command's name, and its arguments
   * @throws org.mkbackup.domain.failure.SiteException if it can't be run, or doesn't end in time
   */
  Outcome run(List<String> line);
}
