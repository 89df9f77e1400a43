package org.mkbackup.adapter.localdirectory;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.mkbackup.domain.failure.TargetException;

/** The C library's calls for a lock on a directory, as they are. */
interface LibC extends Library {
  int O_RDONLY = 0;
  int O_NOCTTY = 0400;
  int O_NONBLOCK = 04000;
  int O_NOFOLLOW =
      Platform.isARM() || "aarch64".equals(Platform.ARCH) || Platform.isPPC() ? 0100000 : 0400000;
  int O_CLOEXEC = 02000000;

  int LOCK_SH = 1;
  int LOCK_EX = 2;
  int LOCK_NB = 4;

  int EWOULDBLOCK = 11;

  /** {@code open(2)} of a path that ends in a NUL. */
  int open(byte[] path, int flags) throws LastErrorException;

  int flock(int descriptor, int operation) throws LastErrorException;

  /** Never fails in a way that matters: Linux frees the descriptor whatever it returns. */
  int close(int descriptor);

  /** The library; it is loaded by the first call. */
  static LibC get() {
    try {
      return Loaded.LIBRARY;
    } catch (LinkageError e) {
      throw new TargetException(
          "Can't call the C library to lock a backup: " + e.getMessage(),
          "Java must be able to run code from its temporary directory, or from"
              + " jna.boot.library.path",
          e);
    }
  }

  /** Keeps the library from being loaded before it is needed. */
  final class Loaded {
    private static final LibC LIBRARY = Native.load("c", LibC.class);

    private Loaded() {}
  }
}
