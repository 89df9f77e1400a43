package org.mkbackup.application.run;

import org.mkbackup.domain.run.Progress;
import org.mkbackup.domain.run.RunLog;

/** Whoever watches a run: a terminal, a log, the state file. */
public interface RunObserver extends RunLog, Progress {

  /** Whether {@link #verbose} is heard, so that a log keeps it, too. */
  default boolean isVerbose() {
    return false;
  }

  /** The run has a state file now. */
  default void started() {}

  /** How many bytes of stored archives are to be expected, as far as one can know. */
  default void expecting(long bytes) {}

  /** Where it is told that bytes should move, and that they do. */
  default Movement movement() {
    return Movement.unwatched();
  }

  @Override
  default void advanced(long bytes) {}

  @Override
  default void at(String member) {}
}
