package org.mkbackup.adapter.sitearchive;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import org.mkbackup.domain.text.RawName;

/**
 * A file or directory that is held by a descriptor: whatever takes its name, this is still it.
 *
 * <p>It is used by way of its place in {@code /proc}, which leads to nothing else, so that what the
 * JDK can do by a path it does to the very file, and below the very directory. Calls that don't
 * follow symlinks see the link in {@code /proc} instead: those that do are the right ones here.
 */
final class Held implements AutoCloseable {
  private static final boolean ARM = Platform.isARM();
  private static final int O_WRONLY = 1;
  private static final int O_CREAT = 0100;
  private static final int O_EXCL = 0200;
  private static final int O_DIRECTORY = ARM ? 040000 : 0200000;
  private static final int O_NOFOLLOW = ARM ? 0100000 : 0400000;
  private static final int O_CLOEXEC = 02000000;
  private static final int O_PATH = 010000000;
  private static final int AT_FDCWD = -100;
  private static final String DESCRIPTORS = "/proc/" + ProcessHandle.current().pid() + "/fd/";

  private final LinuxCalls system;
  private final int descriptor;

  private Held(LinuxCalls system, Path path, int flags) throws IOException {
    this.system = system;
    descriptor =
        system.open(LinuxCalls.text(RawName.of(path)), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
      throw failure(path);
    }
  }

  /** A directory, not a symlink to one. */
  static Held directory(LinuxCalls system, Path path) throws IOException {
    return new Held(system, path, O_PATH | O_DIRECTORY);
  }

  /** Anything, a symlink itself; nothing is opened by it: no FIFO waits, no device is touched. */
  static Held any(LinuxCalls system, Path path) throws IOException {
    return new Held(system, path, O_PATH);
  }

  /** A file that is made by this, mode 0600. */
  static Held newFile(LinuxCalls system, Path path) throws IOException {
    return new Held(system, path, O_WRONLY | O_CREAT | O_EXCL);
  }

  /** Leads to it, for this process and its children, until it is closed. */
  Path path() {
    return Path.of(DESCRIPTORS + descriptor);
  }

  /** Sets the times of access and of change, to the nanosecond. */
  void setTime(Instant time) throws IOException {
    ByteBuffer times = ByteBuffer.allocateDirect(4 * Long.BYTES).order(ByteOrder.nativeOrder());
    for (int i = 0; i < 2; i++) {
      times.putLong(time.getEpochSecond()).putLong(time.getNano());
    }
    if (system.utimensat(AT_FDCWD, LinuxCalls.text(path().toString()), times.rewind(), 0) < 0) {
      throw failure(path());
    }
  }

  /** Writes all of the file system that a directory is on to its disk. */
  void syncFileSystem() throws IOException {
    int readable = system.open(LinuxCalls.text(path().toString()), O_DIRECTORY | O_CLOEXEC, 0);
    if (readable < 0) {
      throw failure(path());
    }
    try {
      if (system.syncfs(readable) < 0) {
        throw failure(path());
      }
    } finally {
      system.close(readable);
    }
  }

  @Override
  public void close() {
    system.close(descriptor);
  }

  private IOException failure(Path path) {
    int error = system.error();
    String name = RawName.forPeople(path);
    return switch (error) {
      case LinuxCalls.ENOENT -> new NoSuchFileException(name);
      case LinuxCalls.EACCES -> new AccessDeniedException(name);
      case LinuxCalls.EEXIST -> new FileAlreadyExistsException(name);
      case LinuxCalls.ENOTDIR, LinuxCalls.ELOOP -> new NotDirectoryException(name);
      default -> new FileSystemException(name, null, system.strerror(error));
    };
  }
}
