package org.mkbackup.application.run;

import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;

/** Whoever watches a run: a terminal, a log, the state file. */
public interface RunObserver extends RunLog, Progress {

  /** The run has a state file now. */
  default void started() {}

  /** How many bytes of stored archives are to be expected, as far as one can know. */
  void expecting(long bytes);

  /** Watches nothing. */
  static RunObserver silent() {
    return of(RunLog.silent());
  }

  /** Passes the lines on, and nothing else. */
  static RunObserver of(RunLog log) {
    return new RunObserver() {
      @Override
      public void expecting(long bytes) {}

      @Override
      public void info(String line) {
        log.info(line);
      }

      @Override
      public void warn(String line) {
        log.warn(line);
      }

      @Override
      public void verbose(String line) {
        log.verbose(line);
      }

      @Override
      public void advanced(long bytes) {}

      @Override
      public void at(String member) {}
    };
  }
}
