package org.mkbackup.adapter.accounts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.SiteException;
import org.mkbackup.domain.text.RawName;

class MountedFileSystemsTest {
  @TempDir Path directory;
  private MountedFileSystems mounted;

  @BeforeEach
  void writeMounts() throws IOException {
    Path file = directory.resolve("mountinfo");
    Files.writeString(
        file,
        """
        22 27 0:21 / /proc rw,relatime - proc proc rw
        27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
        70 66 0:46 /omd/sites/root /omd/sites/s1/tmp rw shared:3 - tmpfs tmpfs rw
        71 66 0:47 / /omd/a\\040b\\134/tmp rw - tmpfs tmpfs rw
        72 66 0:48 / /omd/\u00e9/tmp rw - tmpfs tmpfs rw
        73 66 0:48 / /omd/gone//deleted rw - tmpfs tmpfs rw
        """,
        StandardCharsets.ISO_8859_1);
    mounted = new MountedFileSystems(file);
  }

  @Test
  void findsMountPoints() {
    assertTrue(mounted.includes(Path.of("/")));
    assertTrue(mounted.includes(Path.of("/omd/sites/s1/tmp")));
  }

  @Test
  void findsMountPointsOfAnyBytes() {
    assertTrue(mounted.includes(Path.of("/omd/a b\\/tmp")));
    assertTrue(mounted.includes(RawName.toPath("/omd/\u00e9/tmp")));
  }

  @Test
  void takesNothingElseForAMountPoint() {
    assertFalse(mounted.includes(Path.of("/omd/sites/s1")));
    assertFalse(mounted.includes(Path.of("/omd/sites/s1/tmp/run")));
    assertFalse(mounted.includes(Path.of("/omd/sites/root")));
    assertFalse(mounted.includes(Path.of("/omd/gone")));
  }

  @Test
  void saysWhatCantBeRead() {
    Path missing = directory.resolve("missing");
    SiteException failure =
        assertThrows(
            SiteException.class, () -> new MountedFileSystems(missing).includes(directory));
    assertTrue(failure.what().contains(missing.toString()), failure::what);
  }
}
