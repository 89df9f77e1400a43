package org.mkbackup.adapter.flock;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.mkbackup.domain.text.RawName;

/** An open lock file, known by its descriptor so that nobody can exchange it under our hands. */
final class LockFile {
  private static final int REGULAR = 0100000;
  private static final int TYPE_MASK = 0170000;
  private static final int UNCHANGED = -1;

  /* Without O_NONBLOCK, opening a FIFO would wait for somebody at its other end. */
  private static final int FLAGS =
      LibC.O_RDWR | LibC.O_NOFOLLOW | LibC.O_CLOEXEC | LibC.O_NONBLOCK | LibC.O_NOCTTY;

  private final LibC library;
  private final int descriptor;

  private LockFile(LibC library, int descriptor) {
    this.library = library;
    this.descriptor = descriptor;
  }

  /**
   * Opens a lock file, and makes it if it is missing.
   *
   * @param mode of a file that is made, whatever the umask
   * @param group of a file that is made, where the process may give it
   */
  static LockFile open(Path path, int mode, OptionalInt group) {
    LibC library = LibC.get();
    byte[] name = RawName.bytes(RawName.of(path));
    byte[] terminated = Arrays.copyOf(name, name.length + 1);
    while (true) {
      /* O_CREAT on a file that is there fails where it is another user's, in a sticky directory. */
      try {
        return new LockFile(library, library.open(terminated, FLAGS));
      } catch (LastErrorException e) {
        if (e.getErrorCode() != LibC.ENOENT) {
          throw e;
        }
      }
      try {
        int flags = FLAGS | LibC.O_CREAT | LibC.O_EXCL;
        LockFile made = new LockFile(library, library.open(terminated, flags, mode));
        made.own(mode, group);
        return made;
      } catch (LastErrorException e) {
        if (e.getErrorCode() != LibC.EEXIST) {
          throw e;
        }
      }
    }
  }

  private void own(int mode, OptionalInt group) {
    try {
      if (group.isPresent()) {
        giveTo(group.getAsInt());
      }
      library.fchmod(descriptor, mode);
    } catch (LastErrorException e) {
      close();
      throw e;
    }
  }

  private void giveTo(int group) {
    try {
      library.fchown(descriptor, UNCHANGED, group);
    } catch (LastErrorException notAllowed) {
      // The lock works without; only other users may have to ask for it.
    }
  }

  /** Takes the lock; false if somebody holds it. */
  boolean lock() {
    try {
      library.flock(descriptor, LibC.LOCK_EX | LibC.LOCK_NB);
      return true;
    } catch (LastErrorException e) {
      if (e.getErrorCode() == LibC.EWOULDBLOCK) {
        return false;
      }
      throw e;
    }
  }

  boolean isRegular() throws IOException {
    return ((Integer) Files.getAttribute(self(), "unix:mode") & TYPE_MASK) == REGULAR;
  }

  /** Whether a path still leads to this file. */
  boolean isStillAt(Path path) throws IOException {
    try {
      return identity().equals(Identity.of(path, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  Identity identity() throws IOException {
    return Identity.of(self());
  }

  /** Frees the descriptor and with it the lock. */
  void close() {
    library.close(descriptor);
  }

  private Path self() {
    return Path.of("/proc/self/fd/" + descriptor);
  }

  /** What tells a file from all others of the machine. */
  record Identity(long device, long inode) {
    static Identity of(Path path, LinkOption... options) throws IOException {
      return new Identity(
          (Long) Files.getAttribute(path, "unix:dev", options),
          (Long) Files.getAttribute(path, "unix:ino", options));
    }
  }
}
