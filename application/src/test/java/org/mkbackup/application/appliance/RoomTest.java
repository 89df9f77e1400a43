package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.appliance.SystemTree;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;

class RoomTest {
  private static final long HUGE = 1L << 42;

  @TempDir Path root;
  private Host host;

  @BeforeEach
  void aConfiguration() throws IOException {
    host = new Host(root, Context.SYSTEM, "cma", Optional.empty(), Optional.empty());
    Files.createDirectories(root.resolve("rw/etc"));
  }

  private void makeSparse(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(HUGE);
    }
  }

  @Test
  void whatIsThereMakesRoom() throws IOException {
    makeSparse("rw/etc/deep/image");

    new Room(host).take(SystemTree.configuration(host), HUGE);
  }

  @Test
  void whatIsLeftOutMakesNone() throws IOException {
    makeSparse("rw/mnt/auto/nas");
    makeSparse("rw/var/lib/mkbackup/restore.state");

    assertThrows(
        ApplianceException.class, () -> new Room(host).take(SystemTree.configuration(host), HUGE));
  }

  @Test
  void aVolumeThatIsNotThereIsNotMounted() throws IOException {
    assertFalse(new Room(host).isMounted(SystemTree.data(host)));
    Files.createDirectories(root.resolve("omd"));
    assertTrue(new Room(host).isMounted(SystemTree.data(host)));
  }
}
