package org.mkbackup.adapter.sitehome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.mkbackup.domain.text.MountInfo;
import org.mkbackup.domain.text.RawName;

/** Where something is mounted, as the kernel tells it. */
final class Mounts {
  private static final Path KERNEL = Path.of("/proc/self/mountinfo");

  private final Path table;

  Mounts() {
    this(KERNEL);
  }

  Mounts(Path table) {
    this.table = table;
  }

  boolean isMountPoint(Path realPath) throws IOException {
    return points().contains(RawName.of(realPath));
  }

  /**
   * The mount points below a directory, sorted.
   *
   * @param realPath absolute, without symlinks
   * @return raw names, relative to the directory
   */
  NavigableSet<String> below(Path realPath) throws IOException {
    String prefix = RawName.of(realPath) + "/";
    NavigableSet<String> found = new TreeSet<>();
    for (String point : points()) {
      if (point.startsWith(prefix)) {
        found.add(point.substring(prefix.length()));
      }
    }
    return found;
  }

  private NavigableSet<String> points() throws IOException {
    return MountInfo.mountPoints(
        Uninterrupted.call(() -> Files.readAllLines(table, StandardCharsets.ISO_8859_1)));
  }
}
