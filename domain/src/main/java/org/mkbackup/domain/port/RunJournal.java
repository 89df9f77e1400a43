package org.mkbackup.domain.port;

import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.run.RunState;

/** The state files of runs, from which the user interface and the agent learn how it goes. */
public interface RunJournal {

  /**
   * Replaces a state file atomically: a reader sees the old or the new state, never a part. What
   * stands under its name is replaced, not followed, if it is a link.
   *
   * @throws org.mkbackup.domain.failure.SiteException if it can't be written, or what stands there
   *     can't be replaced, such as a directory or a file of somebody else's in {@code /tmp}
   */
  void write(Path stateFile, RunState state);

  /**
   * The state as it was last written; empty if there is none.
   *
   * @throws org.mkbackup.domain.failure.SiteException if what stands there can't be read, isn't a
   *     file, or is no state of a run
   */
  Optional<RunState> read(Path stateFile);

  /** Removes a state file, if it is there. */
  void remove(Path stateFile);

  /** Removes all state files of a directory. A missing directory holds none. */
  void removeAll(Path directory);
}
