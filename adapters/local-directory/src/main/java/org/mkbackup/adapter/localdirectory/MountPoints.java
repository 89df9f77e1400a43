package org.mkbackup.adapter.localdirectory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mkbackup.domain.text.MountInfo;
import org.mkbackup.domain.text.RawName;

/** Tells where something is mounted. */
final class MountPoints {
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

  private MountPoints() {}

  /** Whether something is mounted on a directory, be it a part of the same file system. */
  static boolean contain(Path directory) throws IOException {
    Path real = directory.toRealPath();
    Path parent = real.getParent();
    return parent == null || !device(real).equals(device(parent)) || isListed(RawName.of(real));
  }

  private static Object device(Path path) throws IOException {
    return Files.getAttribute(path, "unix:dev");
  }

  private static boolean isListed(String directory) throws IOException {
    return MountInfo.mountPoints(Files.readAllLines(MOUNTS, StandardCharsets.ISO_8859_1))
        .contains(directory);
  }
}
