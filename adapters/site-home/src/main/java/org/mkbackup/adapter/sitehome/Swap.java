package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.util.List;
import org.mkbackup.domain.run.RunLog;

/**
 * One way in which a staged tree and a site's tree change places. {@link StagedSwap} calls the
 * steps in order, and keeps the journal.
 *
 * @param <J> what has to be known to go back after a kill
 */
interface Swap<J> {

  /** Finds out what is to be done. May prepare places beside the trees, but changes neither. */
  J prepare(boolean wasRunning) throws IOException;

  /** The journal is on disk: the trees change places. */
  void forward(J journal) throws IOException;

  /**
   * The old tree stands as before, durably, however far {@link #forward} or an earlier call of this
   * came. The journal is still on disk.
   */
  void back(J journal) throws IOException;

  /** Makes the new tree durable. */
  void sync() throws IOException;

  /** Removes all trees but the site's own: staged ones, old ones. */
  void discard(RunLog log) throws IOException;

  /** The journal has gone: the last traces go. */
  void leave() throws IOException;

  byte[] write(J journal);

  /**
   * The journal in these lines.
   *
   * @throws IllegalArgumentException or {@link IndexOutOfBoundsException} if they are none
   */
  J read(List<List<String>> lines);

  boolean wasRunning(J journal);
}
