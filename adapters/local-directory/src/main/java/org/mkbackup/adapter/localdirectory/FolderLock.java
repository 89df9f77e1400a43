package org.mkbackup.adapter.localdirectory;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import org.mkbackup.domain.text.RawName;

/**
 * A lock of {@code flock(2)} on a directory: many who read it share one, who removes it has it
 * alone. It needs no right but to read. Where a file system can't lock, nobody can, and there is
 * none to respect.
 */
final class FolderLock implements AutoCloseable {
  private static final int FLAGS =
      LibC.O_RDONLY | LibC.O_NOFOLLOW | LibC.O_CLOEXEC | LibC.O_NONBLOCK | LibC.O_NOCTTY;

  private final int descriptor;

  private FolderLock(int descriptor) {
    this.descriptor = descriptor;
  }

  /** Empty: somebody has it alone, or the directory is no more where it was opened. */
  static Optional<FolderLock> shared(Folder folder) throws IOException {
    return lock(folder, LibC.LOCK_SH);
  }

  /** Empty: somebody shares it, or the directory is no more where it was opened. */
  static Optional<FolderLock> alone(Folder folder) throws IOException {
    return lock(folder, LibC.LOCK_EX);
  }

  private static Optional<FolderLock> lock(Folder folder, int operation) throws IOException {
    Optional<FolderLock> opened = open(folder.path());
    boolean good = false;
    try {
      good = opened.isPresent() && opened.get().isOn(folder) && opened.get().take(operation);
      return good ? opened : Optional.empty();
    } finally {
      if (!good) {
        opened.ifPresent(FolderLock::close);
      }
    }
  }

  private static Optional<FolderLock> open(Path path) {
    byte[] name = RawName.bytes(RawName.of(path));
    try {
      return Optional.of(
          new FolderLock(LibC.get().open(Arrays.copyOf(name, name.length + 1), FLAGS)));
    } catch (LastErrorException gone) {
      return Optional.empty();
    }
  }

  private boolean isOn(Folder folder) throws IOException {
    Path self = Path.of("/proc/self/fd/" + descriptor);
    return folder
        .identity()
        .equals(Files.readAttributes(self, BasicFileAttributes.class).fileKey());
  }

  private boolean take(int operation) {
    try {
      LibC.get().flock(descriptor, operation | LibC.LOCK_NB);
      return true;
    } catch (LastErrorException e) {
      return e.getErrorCode() != LibC.EWOULDBLOCK;
    }
  }

  @Override
  public void close() {
    LibC.get().close(descriptor);
  }
}
