package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.RawName;

/** What is mounted where, as the kernel sees it: {@code /proc/self/mountinfo}, see proc(5). */
final class MountedFileSystems {
  private static final int MOUNT_POINT = 4;
  private final Path mountinfo;

  MountedFileSystems(Path mountinfo) {
    this.mountinfo = mountinfo;
  }

  /** Whether something is mounted at exactly this path, which has no symlinks in it. */
  boolean includes(Path path) {
    String wanted = RawName.of(path);
    try {
      return Files.readAllLines(mountinfo, StandardCharsets.ISO_8859_1).stream()
          .map(line -> line.split(" ", MOUNT_POINT + 2))
          .anyMatch(
              fields ->
                  fields.length > MOUNT_POINT
                      && OctalEscapes.unescape(fields[MOUNT_POINT]).equals(wanted));
    } catch (IOException e) {
      throw new SiteException(
          "What is mounted can't be read from " + mountinfo + ": " + SystemReason.of(e),
          "See that /proc is mounted",
          e);
    }
  }
}
