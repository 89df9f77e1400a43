package org.mkbackup.domain.text;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The text in which the kernel tells what is mounted: proc(5), {@code /proc/PID/mountinfo}. */
public final class MountInfo {
  private static final int MOUNT_POINT = 4;

  private MountInfo() {}

  /**
   * Where something is mounted, as raw names.
   *
   * @param lines of the file, one char for each byte; what is no line of it is passed over
   */
  public static NavigableSet<String> mountPoints(List<String> lines) {
    NavigableSet<String> points = new TreeSet<>();
    for (String line : lines) {
      String[] fields = line.split(" ", MOUNT_POINT + 2);
      if (fields.length > MOUNT_POINT) {
        points.add(OctalEscapes.unescape(fields[MOUNT_POINT]));
      }
    }
    return points;
  }
}
