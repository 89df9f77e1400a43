package org.mkbackup.application.run;

import java.time.Duration;
import java.time.Instant;

/** Tells whether a process that a state file names is still there. */
public final class LiveProcess {
  /* Of a process the system tells the time of its start to a hundredth, and corrects it at times. */
  private static final Duration BLUR = Duration.ofSeconds(2);

  private LiveProcess() {}

  /**
   * Whether the process lives. Numbers are given again: one that was started after it had written
   * the file is another one.
   *
   * @param wrote when it wrote to the file for the first time
   */
  public static boolean isThere(long pid, Instant wrote) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(start -> !start.isAfter(wrote.plus(BLUR)))
                    .orElse(true))
        .isPresent();
  }
}
