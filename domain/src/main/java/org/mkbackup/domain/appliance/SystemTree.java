package org.mkbackup.domain.appliance;

import java.nio.file.Path;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.text.PathPatterns;

/**
 * A directory of an appliance that is archived as a whole.
 *
 * <p>Patterns are matched against the path below the directory; what lies below a directory that
 * matches goes with it.
 *
 * @param name of the directory in the archive, whose members are {@code NAME} and {@code NAME/…}:
 *     its absolute path without the leading slash
 * @param directory where it is; below a relocated root, that root's
 * @param leftOut what is neither archived nor touched by a restore
 * @param kept what a restore doesn't remove, although the archive doesn't have it
 */
public record SystemTree(String name, Path directory, PathPatterns leftOut, PathPatterns kept) {

  /**
   * The configuration of the system, {@code system.tar}: all of {@code /rw}, but neither mounts nor
   * what a restore that is at work notes.
   */
  public static SystemTree configuration(Host host) {
    return new SystemTree(
        "rw",
        host.path("/rw"),
        PathPatterns.of("mnt/*/*", "var/lib/mkbackup/restore.state*"),
        PathPatterns.of());
  }

  /** The data volume, {@code system-data.tar}: all of {@code /omd} but the sites. */
  public static SystemTree data(Host host) {
    return new SystemTree(
        "omd", host.path("/omd"), PathPatterns.of("sites/*"), PathPatterns.of("lost+found"));
  }

  /** Whether of a directory nothing but itself may be archived. */
  public boolean leavesOutAllIn(String below) {
    return leftOut.matches(below + "/");
  }

  /** The same, but more of it isn't removed by a restore. */
  public SystemTree keeping(PathPatterns more) {
    return new SystemTree(name, directory, leftOut, kept.and(more));
  }
}
