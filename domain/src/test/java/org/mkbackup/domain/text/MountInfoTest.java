package org.mkbackup.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MountInfoTest {

  @Test
  void tellsMountPointsByTheirBytesAndPassesOverOtherLines() {
    List<String> lines =
        List.of(
            "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
            "70 66 0:46 /omd/sites/root /omd/sites/s1/tmp rw shared:3 - tmpfs tmpfs rw",
            "71 66 0:47 / /omd/a\\040b\\134\\011/\u00c3\u00a4 rw - tmpfs tmpfs rw",
            "",
            "too few fields",
            "73 66 0:48 / /omd/gone//deleted rw - tmpfs tmpfs rw");

    assertEquals(
        Set.of("/", "/omd/sites/s1/tmp", "/omd/a b\\\t/\u00c3\u00a4", "/omd/gone//deleted"),
        MountInfo.mountPoints(lines));
  }
}
