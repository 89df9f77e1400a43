package org.mkbackup.adapter.sitearchive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MountPointsTest {

  @Test
  void readsTheTableOfTheSystem() {
    String table =
        """
        22 1 8:1 / / rw - ext4 /dev/sda1 rw
        23 22 8:2 / /rw rw - ext4 /dev/sda2 rw
        24 23 0:5 / /rw/mnt/with\\040blank\\134 rw shared:1 - tmpfs none rw
        25 23 8:1 /a /rw/bound rw - ext4 /dev/sda1 rw
        26 22 0:6 / /rw2 rw - tmpfs none rw
        short line
        """;
    MountPoints points = MountPoints.in(table, "/rw");
    assertEquals(Set.of("mnt/with blank\\", "bound"), points.all());
  }
}
