package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Writes to a file, without a buffer, and fails with failures of the target. Closing it leaves the
 * channel open: the backup that it is of forces the same descriptor to the disk, which then tells
 * of all that could not be written.
 */
final class FileOutput extends OutputStream {
  private final FileChannel channel;
  private final Path path;
  private boolean open = true;

  FileOutput(FileChannel channel, Path path) {
    this.channel = channel;
    this.path = path;
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (!open) {
      throw new IllegalStateException(path + " is closed");
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
    try {
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw SystemSays.cannot("write", path, e);
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
