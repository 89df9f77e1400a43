package org.mkbackup.adapter.flock;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mkbackup.domain.failure.BusyException;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.port.RunLock;
import org.mkbackup.domain.text.RawName;

/** Takes locks by {@code flock(2)}. The kernel releases them when the process ends, however. */
final class FlockRunLock implements RunLock {
  private final LockDirectory directories;

  FlockRunLock(LockDirectory directories) {
    this.directories = directories;
  }

  @Override
  public Held take(Path file, int mode) {
    Path absolute = file.toAbsolutePath();
    try {
      directories.make(absolute);
      LockFile locked = locked(absolute, mode);
      AtomicBoolean open = new AtomicBoolean(true);
      return () -> {
        if (open.getAndSet(false)) {
          locked.close();
        }
      };
    } catch (NotDirectoryException e) {
      throw failure(absolute, RawName.forPeople(Path.of(e.getFile())) + " is not a directory", e);
    } catch (IOException e) {
      throw failure(absolute, String.valueOf(e.getMessage()), e);
    } catch (LastErrorException e) {
      throw failure(absolute, reason(e), e);
    }
  }

  /* Checkmk puts a new file in place by rename: the lock may be on one that is there no more. */
  private LockFile locked(Path path, int mode) throws IOException {
    while (true) {
      LockFile file = LockFile.open(path, mode, directories.groupOf(path));
      boolean good = false;
      try {
        if (!file.isRegular()) {
          throw new IOException("it is not a regular file");
        }
        if (!file.lock()) {
          throw busy(path, LockHolder.of(file.identity()));
        }
        good = file.isStillAt(path);
        if (good) {
          return file;
        }
      } finally {
        if (!good) {
          file.close();
        }
      }
    }
  }

  private static BusyException busy(Path path, OptionalLong holder) {
    String who = holder.isPresent() ? "Process " + holder.getAsLong() : "Another process";
    return new BusyException(
        who + " holds the lock " + RawName.forPeople(path),
        "Wait until that backup or restore has ended");
  }

  private static SiteException failure(Path path, String why, Exception cause) {
    return new SiteException(
        "Can't take the lock " + RawName.forPeople(path) + ": " + why,
        "Check what is there, and whose it is",
        cause);
  }

  private static String reason(LastErrorException e) {
    return e.getErrorCode() == LibC.ELOOP
        ? "it is a symbolic link"
        : String.valueOf(e.getMessage()).replaceFirst("^\\[\\d+] ", "");
  }
}
