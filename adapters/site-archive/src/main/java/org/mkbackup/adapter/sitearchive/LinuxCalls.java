package org.mkbackup.adapter.sitearchive;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import org.mkbackup.domain.text.RawName;

/**
 * The C library's calls, as they are: what fails returns -1, and {@link #error} tells why. Texts
 * end in a NUL; buffers are direct, and used from their position on.
 *
 * <p>They are bound directly, without the proxy that JNA makes of an interface, so that one that is
 * made for each file of a site leaves no garbage. The flags and types are those of 64-bit Linux.
 */
final class LinuxCalls {
  static final int ENOENT = 2;
  static final int EACCES = 13;
  static final int EEXIST = 17;
  static final int ENOTDIR = 20;
  static final int ESPIPE = 29;
  static final int ERANGE = 34;
  static final int ELOOP = 40;
  static final int ENODATA = 61;
  static final int EOPNOTSUPP = 95;

  private LinuxCalls() {
    Native.register(LinuxCalls.class, "c");
  }

  /**
   * The library; the first call loads it.
   *
   * @throws LinkageError where native code can't be loaded
   */
  static LinuxCalls get() {
    return Loaded.CALLS;
  }

  native int open(byte[] path, int flags, int mode);

  native int close(int descriptor);

  native long pread(int descriptor, ByteBuffer to, long size, long from);

  native long lseek(int descriptor, long offset, int from);

  native int syncfs(int descriptor);

  /** The times are two pairs of 64-bit numbers, seconds and nanoseconds: of access, of change. */
  native int utimensat(int directory, byte[] path, ByteBuffer times, int flags);

  /** Follows a symlink. */
  native int chmod(byte[] path, int mode);

  native long llistxattr(ByteBuffer path, ByteBuffer names, long size);

  native long lgetxattr(ByteBuffer path, byte[] name, ByteBuffer value, long size);

  native long listxattr(byte[] path, ByteBuffer names, long size);

  native int setxattr(byte[] path, byte[] name, byte[] value, long size, int flags);

  native int removexattr(byte[] path, byte[] name);

  native String strerror(int number);

  int error() {
    return Native.getLastError();
  }

  static byte[] text(String raw) {
    return RawName.bytes(raw + "\0");
  }

  /** Keeps the library from being loaded before it is needed. */
  private static final class Loaded {
    private static final LinuxCalls CALLS = new LinuxCalls();

    private Loaded() {}
  }
}
