package org.mkbackup.adapter.flock;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.mkbackup.domain.failure.SiteException;

/** The C library's calls that a lock needs, as they are. */
interface LibC extends Library {
  int O_RDWR = 2;
  int O_CREAT = 0100;
  int O_EXCL = 0200;
  int O_NOCTTY = 0400;
  int O_NONBLOCK = 04000;
  int O_NOFOLLOW =
      Platform.isARM() || "aarch64".equals(Platform.ARCH) || Platform.isPPC() ? 0100000 : 0400000;
  int O_CLOEXEC = 02000000;

  int LOCK_EX = 2;
  int LOCK_NB = 4;

  int ENOENT = 2;
  int EWOULDBLOCK = 11;
  int EEXIST = 17;
  int ELOOP = 40;

  /** {@code open(2)} of a path that ends in a NUL; the variable part is the mode. */
  int open(byte[] path, int flags, Object... mode) throws LastErrorException;

  int flock(int descriptor, int operation) throws LastErrorException;

  int fchmod(int descriptor, int mode) throws LastErrorException;

  int fchown(int descriptor, int owner, int group) throws LastErrorException;

  /** Never fails in a way that matters: Linux frees the descriptor whatever it returns. */
  int close(int descriptor);

  /** The library; it is loaded by the first call. */
  static LibC get() {
    try {
      return Loaded.LIBRARY;
    } catch (LinkageError e) {
      throw new SiteException(
          "Can't call the C library for locking: " + e.getMessage(),
          "Java must be able to run code from its temporary directory, or from jna.boot.library.path",
          e);
    }
  }

  /** Keeps the library from being loaded before it is needed. */
  final class Loaded {
    private static final LibC LIBRARY = Native.load("c", LibC.class);

    private Loaded() {}
  }
}
