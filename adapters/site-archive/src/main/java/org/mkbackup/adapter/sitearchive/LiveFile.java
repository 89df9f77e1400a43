package org.mkbackup.adapter.sitearchive;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mkbackup.domain.text.RawName;

/**
 * Reads a file that others may replace at any time. Opening it waits for nothing: no symlink is
 * followed, and of a FIFO that has taken the file's place, which Java would wait in, nothing is
 * read. It is for one thread.
 */
final class LiveFile implements ReadableByteChannel {
  private static final int O_NONBLOCK = 04000;
  private static final int O_NOFOLLOW = Platform.isARM() ? 0100000 : 0400000;
  private static final int O_CLOEXEC = 02000000;
  private static final int SEEK_CUR = 1;

  private final LinuxCalls system;
  private final Path path;
  private int descriptor;
  private long position;

  private LiveFile(LinuxCalls system, Path path, int descriptor) {
    this.system = system;
    this.path = path;
    this.descriptor = descriptor;
  }

  /** Opens a file that has a position to read from: no FIFO, nor a device like a terminal. */
  static LiveFile open(LinuxCalls system, Path path) throws IOException {
    LiveFile file = openUnchecked(system, path);
    if (system.lseek(file.descriptor, 0, SEEK_CUR) < 0) {
      IOException failure = failure(system, path);
      file.close();
      throw failure;
    }
    return file;
  }

  /** The same, but that it is the first read that fails for a FIFO, which saves a system call. */
  static LiveFile openUnchecked(LinuxCalls system, Path path) throws IOException {
    int descriptor =
        system.open(LinuxCalls.text(RawName.of(path)), O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0);
    if (descriptor < 0) {
      throw failure(system, path);
    }
    return new LiveFile(system, path, descriptor);
  }

  /**
   * Reads what there is.
   *
   * @param to is direct
   */
  @Override
  public int read(ByteBuffer to) throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
    if (!to.hasRemaining()) {
      return 0;
    }
    int read = (int) system.pread(descriptor, to, to.remaining(), position);
    if (read < 0) {
      throw failure(system, path);
    }
    position += read;
    to.position(to.position() + read);
    return read == 0 ? -1 : read;
  }

  @Override
  public boolean isOpen() {
    return descriptor >= 0;
  }

  @Override
  public void close() {
    if (isOpen()) {
      system.close(descriptor);
      descriptor = -1;
    }
  }

  private static IOException failure(LinuxCalls system, Path path) {
    int error = system.error();
    String name = RawName.forPeople(path);
    return switch (error) {
      case LinuxCalls.ENOENT -> new NoSuchFileException(name);
      case LinuxCalls.EACCES -> new AccessDeniedException(name);
      case LinuxCalls.ESPIPE ->
          new FileSystemException(name, null, "It is no regular file any more");
      default -> new FileSystemException(name, null, system.strerror(error));
    };
  }
}
