package org.mkbackup.adapter.sitehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.text.RawName;

class MountsTest {
  private static final Path HOME = Path.of("/omd/sites/heute");

  @TempDir Path directory;
  private Mounts mounts;

  @BeforeEach
  void writeTable() throws IOException {
    String table =
        """
        21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        40 21 0:30 / /omd/sites/heute/tmp rw - tmpfs tmpfs rw,size=5%
        41 21 0:31 / /omd/sites/heute/with\\040space\\011tab\\134 rw - tmpfs tmpfs rw
        42 21 0:32 / /omd/sites/heute/caf\u00c3\u00a9 rw - tmpfs tmpfs rw
        43 21 0:33 / /omd/sites/heute2/tmp rw - tmpfs tmpfs rw
        44 21 0:34 / /omd/sites/gestern rw - ext4 /dev/sdb1 rw
        """;
    Path file = directory.resolve("mountinfo");
    Files.writeString(file, table, StandardCharsets.ISO_8859_1);
    mounts = new Mounts(file);
  }

  @Test
  void tellsMountPointsBelowADirectoryAndNotBesideIt() throws IOException {
    assertEquals(
        List.of("caf\u00c3\u00a9", "tmp", "with space\ttab\\"), List.copyOf(mounts.below(HOME)));
  }

  @Test
  void tellsAMountPointFromADirectory() throws IOException {
    assertTrue(mounts.isMountPoint(Path.of("/omd/sites/gestern")));
    assertTrue(mounts.isMountPoint(RawName.toPath("/omd/sites/heute/caf\u00c3\u00a9")));
    assertFalse(mounts.isMountPoint(HOME));
  }

  @Test
  void readsTheKernelsTable() throws IOException {
    assertTrue(new Mounts().isMountPoint(Path.of("/proc")));
  }
}
