package org.mkbackup.domain.port;

import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.run.RunLog;

/**
 * Has network file systems appear at {@link Mount#place} and vanish again.
 *
 * <p>Every call returns in bounded time, a minute or two at the most, whatever a server does: what
 * may hang runs in a child process that is given up. Failures are {@link
 * org.mkbackup.domain.failure.TargetException}s that name the mount and say what the system said.
 *
 * <p>Programs are never run from such a file system, nor are set-id bits and devices heeded. In a
 * relocated root nothing is mounted; that is told, and the directory is made. In a site nothing can
 * be mounted: what isn't up there is a failure that says who can.
 *
 * <p>Whatever else is mounted at the place counts as the mount.
 */
public interface MountManager {

  /**
   * Makes a mount available until the use is closed, and checks it as {@link #check} does. It is
   * mounted if it isn't up; one whose server process has died, or whose handles are stale, is
   * mounted anew. If this fails, what it mounted is unmounted.
   *
   * @param log where the use tells what it does, until it is closed
   */
  Use use(Mount mount, RunLog log);

  /** A mount that is available. */
  interface Use extends AutoCloseable {

    /**
     * Leaves the mount as it was: unmounts it if a use has mounted it and this is the last one, in
     * this process and in others, also if the one that mounted it was killed. Never fails: what
     * can't be unmounted stays, and is told as a warning.
     */
    @Override
    void close();
  }

  /** Mounts it to stay, whatever uses are closed, and checks it. */
  void up(Mount mount, RunLog log);

  /**
   * Unmounts it, if it is up. One that is in use is refused; one that hangs is detached, which ends
   * in errors what waits for it.
   */
  void down(Mount mount, RunLog log);

  /** Whether it is up. Never asks the server. */
  boolean isUp(Mount mount);

  /** Returns if it is up and the server answers. */
  void check(Mount mount);
}
