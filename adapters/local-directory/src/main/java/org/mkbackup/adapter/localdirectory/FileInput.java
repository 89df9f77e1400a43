package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file, without a buffer, and fails with failures of the target. */
final class FileInput extends InputStream {
  private final FileChannel channel;
  private final Path path;

  FileInput(FileChannel channel, Path path) {
    this.channel = channel;
    this.path = path;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      return channel.read(ByteBuffer.wrap(bytes, offset, length));
    } catch (IOException e) {
      throw SystemSays.cannot("read", path, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw SystemSays.cannot("close", path, e);
    }
  }
}
