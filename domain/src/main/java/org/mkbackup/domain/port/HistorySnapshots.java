package org.mkbackup.domain.port;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.mkbackup.domain.run.RunLog;

/** Consistent copies of SQLite databases that others write to. */
public interface HistorySnapshots {

  /**
   * Copies a database with SQLite's backup API to a temporary file outside the site, which has no
   * name any more when this returns (so that nothing is left of it, whatever is killed).
   *
   * @return the copy, positioned at its start; the caller closes it
   * @throws IOException if there can't be one (a damaged database, no room); the caller decides
   */
  SeekableByteChannel snapshot(Path database, RunLog log) throws IOException;
}
