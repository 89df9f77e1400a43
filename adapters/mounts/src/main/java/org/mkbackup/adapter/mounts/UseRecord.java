package org.mkbackup.adapter.mounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a mount, as a file that the processes of root share. Each user holds a shared lock of
 * fcntl(2) on one byte of it, who changes something an exclusive one on another; both vanish with
 * the process. The file is empty unless a use has mounted what is there.
 *
 * <p>For one thread at a time. One process has at most one record of a mount.
 */
final class UseRecord implements AutoCloseable {
  private static final int CHANGE = 0;
  private static final int USE = 1;

  private final FileChannel file;
  private @Nullable FileLock shared;
  private int users;

  private UseRecord(FileChannel file) {
    this.file = file;
  }

  static UseRecord open(Path path) throws IOException {
    Files.createDirectories(
        path.resolveSibling(""),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new UseRecord(
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
  }

  /** Keeps all others from mounting, unmounting, and beginning or ending a use; waits for them. */
  FileLock change() throws IOException {
    return file.lock(CHANGE, 1, false);
  }

  void join() throws IOException {
    if (users == 0) {
      shared = file.lock(USE, 1, true);
    }
    users++;
  }

  void leave() throws IOException {
    users--;
    if (users == 0 && shared != null) {
      shared.release();
    }
  }

  /** Whether this process uses it. */
  boolean isUsedHere() {
    return users > 0;
  }

  /** Whether any process uses it. */
  boolean isUsed() throws IOException {
    if (isUsedHere()) {
      return true;
    }
    Optional<FileLock> alone = Optional.ofNullable(file.tryLock(USE, 1, false));
    if (alone.isPresent()) {
      alone.get().release();
    }
    return alone.isEmpty();
  }

  /** Whether what is mounted goes with its last use. */
  boolean isTemporary() throws IOException {
    return file.size() > 0;
  }

  void setTemporary(boolean temporary) throws IOException {
    file.truncate(0);
    if (temporary) {
      file.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
