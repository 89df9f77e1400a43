package org.mkbackup.adapter.sitearchive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * A file's content, to be read.
 *
 * @param size as long as it was when that was asked
 * @param afterwards what is to be done when it has been read
 */
record OpenFile(ReadableByteChannel channel, long size, Runnable afterwards) implements Closeable {

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      afterwards.run();
    }
  }
}
