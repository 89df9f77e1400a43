package org.mkbackup.adapter.sqlitehistory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.mkbackup.domain.port.HistorySnapshots;
import org.mkbackup.domain.run.RunLog;

/** Copies to a private directory, which is gone when the copy is handed out. */
final class SqliteSnapshots implements HistorySnapshots {
  private final Path temporary;
  private final Duration patience;

  /**
   * Makes one that has not touched anything.
   *
   * @param temporary where copies are made; needs room for the largest
   * @param patience how long a writer may keep a database locked
   */
  SqliteSnapshots(Path temporary, Duration patience) {
    this.temporary = temporary;
    this.patience = patience;
  }

  @Override
  public SeekableByteChannel snapshot(Path database, RunLog log) throws IOException {
    Files.createDirectories(temporary);
    try (PrivateDirectory directory = PrivateDirectory.make(temporary)) {
      new LeftOvers(temporary, directory, log).remove();
      Path copy = directory.makeFile("copy.sqlite");
      new Database(database, patience).copyTo(copy);
      return openAndRemove(copy, directory);
    }
  }

  private static SeekableByteChannel openAndRemove(Path copy, PrivateDirectory directory)
      throws IOException {
    FileChannel channel =
        FileChannel.open(copy, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      directory.close();
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
