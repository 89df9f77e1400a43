package org.mkbackup.adapter.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.text.MountInfo;
import org.mkbackup.domain.text.RawName;

/** What is mounted where, as the kernel sees it. */
final class MountedFileSystems {
  private final Path mountinfo;

  MountedFileSystems(Path mountinfo) {
    this.mountinfo = mountinfo;
  }

  /** Whether something is mounted at exactly this path, which has no symlinks in it. */
  boolean includes(Path path) {
    String wanted = RawName.of(path);
    try {
      return MountInfo.mountPoints(Files.readAllLines(mountinfo, StandardCharsets.ISO_8859_1))
          .contains(wanted);
    } catch (IOException e) {
      throw new SiteException(
          "What is mounted can't be read from " + mountinfo + ": " + SystemReason.of(e),
          "See that /proc is mounted",
          e);
    }
  }
}
