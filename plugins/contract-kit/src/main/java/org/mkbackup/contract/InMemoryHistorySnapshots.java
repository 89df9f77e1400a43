package org.mkbackup.contract;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.run.RunLog;

/** Copies of databases whose content a test has said; there are no others. */
public final class InMemoryHistorySnapshots implements HistorySnapshots {
  private final Map<Path, byte[]> databases = new HashMap<>();

  /** What a copy of the database holds from now on. */
  public void put(Path database, byte[] content) {
    databases.put(database, content.clone());
  }

  @Override
  public SeekableByteChannel snapshot(Path database, RunLog log) throws IOException {
    byte[] content = databases.get(database);
    if (content == null) {
      throw new IOException("There is no database " + database);
    }
    return new BytesChannel(content.clone());
  }
}
