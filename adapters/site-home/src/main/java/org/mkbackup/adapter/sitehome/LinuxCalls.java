package org.mkbackup.adapter.sitehome;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.mkbackup.domain.host.SystemCommand;
import org.mkbackup.domain.text.RawName;

/**
 * What the JDK can't ask of the kernel. Where native code can't be loaded, as from a temporary
 * directory mounted noexec, there is another way for each.
 */
class LinuxCalls {
  private static final int AT_FDCWD = -100;
  private static final int RENAME_EXCHANGE = 2;
  private static final int O_RDONLY = 0;
  private static final int EPERM = 1;
  private static final int EINVAL = 22;
  private static final int ENOSYS = 38;

  /** Answers of kernels, file systems and containers that don't know the call. */
  private static final Set<Integer> UNKNOWN_CALL = Set.of(EPERM, EINVAL, ENOSYS);

  /** The functions of the C library, with names that end in a zero byte. */
  interface LibC extends Library {
    int renameat2(int fromDirectory, byte[] from, int toDirectory, byte[] to, int flags)
        throws LastErrorException;

    int open(byte[] path, int flags) throws LastErrorException;

    int syncfs(int descriptor) throws LastErrorException;

    int close(int descriptor) throws LastErrorException;
  }

  /** See {@link Disk#exchange}. */
  boolean exchange(Path one, Path other) throws IOException {
    try {
      load().renameat2(AT_FDCWD, name(one), AT_FDCWD, name(other), RENAME_EXCHANGE);
      return true;
    } catch (LinkageError e) {
      return false;
    } catch (LastErrorException e) {
      if (UNKNOWN_CALL.contains(e.getErrorCode())) {
        return false;
      }
      throw new FileSystemException(RawName.forPeople(one), RawName.forPeople(other), said(e));
    }
  }

  /** See {@link Disk#syncFileSystem}. */
  void syncFileSystem(Path directory) throws IOException {
    try {
      LibC libc = load();
      int descriptor = libc.open(name(directory), O_RDONLY);
      try {
        libc.syncfs(descriptor);
      } finally {
        libc.close(descriptor);
      }
    } catch (LinkageError e) {
      syncEverything();
    } catch (LastErrorException e) {
      throw new FileSystemException(RawName.forPeople(directory), null, said(e));
    }
  }

  LibC load() {
    return Native.load("c", LibC.class);
  }

  private static byte[] name(Path path) {
    byte[] bytes = RawName.bytes(RawName.of(path));
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /* JNA says "[28] No space left on device". */
  private static String said(LastErrorException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^\\[\\d+] ", "");
  }

  private static void syncEverything() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(SystemCommand.find("sync", "coreutils"));
    builder.environment().clear();
    builder.environment().putAll(SystemCommand.environment());
    Process sync = builder.inheritIO().start();
    int exit = waitFor(sync);
    if (exit != 0) {
      throw new IOException("sync ended with exit code " + exit);
    }
  }

  private static int waitFor(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
