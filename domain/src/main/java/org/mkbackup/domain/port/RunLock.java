package org.mkbackup.domain.port;

import java.nio.file.Path;

/**
 * Mutual exclusion of processes, by {@code flock(2)} on a file, so that Checkmk's own tools and
 * shell scripts are excluded too.
 */
public interface RunLock {

  /**
   * Takes the lock without waiting. Missing directories are made. A symlink in the file's place is
   * refused, the file is never truncated, and it stays when the lock is released. Processes that
   * are started while it is held don't inherit it.
   *
   * @param mode permission bits of a file that is made, whatever the umask: {@code 0600}
   * @throws org.mkbackup.domain.failure.BusyException if somebody holds it
   */
  Held take(Path file, int mode);

  /** A lock that is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
