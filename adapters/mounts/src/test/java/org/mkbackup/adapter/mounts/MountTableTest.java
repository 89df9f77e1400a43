package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.failure.TargetException;

class MountTableTest {
  @TempDir private Path temp;
  private Path directory;

  @BeforeEach
  void aDirectoryWithABlank() throws IOException {
    directory = Files.createDirectories(temp.toRealPath().resolve("a dir"));
  }

  private boolean includes(String mountPoint, Path asked) throws IOException {
    Path file = temp.resolve("mountinfo");
    Files.writeString(
        file,
        "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n30 27 0:30 / "
            + mountPoint
            + " rw - nfs4 store:/x rw\n");
    return new MountTable(file).includes(asked);
  }

  private String escaped(String name) {
    return directory.resolve(name).toString().replace(" ", "\\040");
  }

  @Test
  void findsAPlaceWithoutLookingThere() throws IOException {
    assertTrue(includes(escaped("nas"), directory.resolve("nas")));
    assertFalse(includes(escaped("nas2"), directory.resolve("nas")));
  }

  @Test
  void followsALinkInWhatLeadsThere() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), directory);
    assertTrue(includes(escaped("nas"), link.resolve("nas")));
  }

  @Test
  void nothingIsMountedWhereThereIsNothing() throws IOException {
    assertFalse(includes(escaped("nas"), temp.resolve("none/nas")));
  }

  @Test
  void refusesToGuessWithoutTheTable() {
    MountTable table = new MountTable(temp);
    assertThrows(TargetException.class, () -> table.includes(directory.resolve("nas")));
  }
}
