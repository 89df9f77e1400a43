package org.mkbackup.adapter.accounts;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.text.RawName;

/**
 * The system call {@code umount2(2)}. It is the only way to unmount as root without following a
 * symlink in the last component: umount(8) follows it for root, with {@code --no-canonicalize} too,
 * so that a site that replaces its {@code tmp} by a link would have something else unmounted.
 */
final class DirectUnmount {
  private static final int UMOUNT_NOFOLLOW = 8;

  /** The system's C library. */
  interface LibC extends Library {
    int umount2(byte[] target, int flags);

    String strerror(int number);
  }

  /** Unmounts what is mounted there, unless it is in use. Returns the reason if that fails. */
  Optional<String> unmount(Path path) {
    try {
      LibC system = Native.load("c", LibC.class);
      if (system.umount2(RawName.bytes(RawName.of(path) + "\0"), UMOUNT_NOFOLLOW) == 0) {
        return Optional.empty();
      }
      return Optional.of(system.strerror(Native.getLastError()));
    } catch (LinkageError e) {
      return Optional.of("native libraries can't be loaded: " + e.getMessage());
    }
  }
}
