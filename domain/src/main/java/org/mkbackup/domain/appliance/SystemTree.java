package org.mkbackup.domain.appliance;

import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.host.Host;

/**
 * A directory of an appliance that is archived as a whole.
 *
 * <p>Patterns are matched against the path below the directory as {@code fnmatch} does, in which
 * {@code *} matches a {@code /} too; what lies below a directory that matches is left out with it.
 *
 * @param name of the directory in the archive, whose members are {@code NAME} and {@code NAME/…}:
 *     its absolute path without the leading slash
 * @param directory where it is; below a relocated root, that root's
 * @param leftOut what is neither archived nor touched by a restore
 * @param kept what a restore doesn't remove, although the archive doesn't have it
 */
public record SystemTree(String name, Path directory, List<String> leftOut, List<String> kept) {

  public SystemTree {
    leftOut = List.copyOf(leftOut);
    kept = List.copyOf(kept);
  }

  /** The configuration of the system, {@code system.tar}: all of {@code /rw}, but no mounts. */
  public static SystemTree configuration(Host host) {
    return new SystemTree(
        "rw", host.path("/rw"), List.of("mnt/*/*"), List.of("var/lib/mkbackup/restore.state*"));
  }

  /** The data volume, {@code system-data.tar}: all of {@code /omd} but the sites. */
  public static SystemTree data(Host host) {
    return new SystemTree("omd", host.path("/omd"), List.of("sites/*"), List.of("lost+found"));
  }
}
