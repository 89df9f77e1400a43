package org.mkbackup.adapter.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.mount.Mount;
import org.mkbackup.domain.mount.MountId;
import org.mkbackup.domain.mount.MountType;
import org.mkbackup.domain.port.MountManager;

class RelocatedMountsTest {
  private static final Mount NFS =
      Mount.of(new MountId("nas"), MountType.NFS, "store:/backups", "");
  private final RunLogLines log = new RunLogLines();
  @TempDir private Path root;

  private MountManager manager() {
    return new MountManagerProvider()
        .create(new Host(root, Context.SYSTEM, "vm", Optional.empty(), Optional.empty()));
  }

  @Test
  void makesTheDirectoryAndTellsWhatIsLeftOut() {
    Path place = root.resolve("mnt/auto/nas");
    manager().use(NFS, log).close();
    assertTrue(Files.isDirectory(place));
    assertEquals(
        List.of("Left out below another root: mounting store:/backups at " + place), log.all());
  }

  @Test
  void isUpOnceItsDirectoryIsThere() {
    assertFalse(manager().isUp(NFS));
    assertThrows(TargetException.class, () -> manager().check(NFS));
    manager().up(NFS, log);
    assertTrue(manager().isUp(NFS));
    manager().check(NFS);
    manager().down(NFS, log);
    assertEquals(2, log.all().size());
  }

  @Test
  void refusesAPlaceThatIsNoDirectory() throws Exception {
    Files.createDirectories(root.resolve("mnt/auto"));
    Files.writeString(root.resolve("mnt/auto/nas"), "");
    assertThrows(TargetException.class, () -> manager().use(NFS, log));
  }
}
