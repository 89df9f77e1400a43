package org.mkbackup.application.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.domain.backup.BackupManifest.Cluster;

/** The order in which an appliance is replaced. */
class RestoreApplianceTest {
  private static final Optional<Cluster> ACTIVE = Optional.of(new Cluster("other", false));
  private static final Optional<Cluster> INACTIVE = Optional.of(new Cluster("other", true));

  @TempDir Path root;
  private VirtualAppliance cma;

  @BeforeEach
  void oneSiteRunsAndOneDoesnt() throws IOException {
    cma = new VirtualAppliance(root);
    cma.control.run(cma.addSite("heute"));
    cma.addSite("morgen");
  }

  private List<String> restored(boolean reboot) {
    cma.calls.clear();
    cma.restore(reboot);
    return cma.calls.made();
  }

  @Test
  void aloneTheVolumeIsMountedAndNotMirrored() throws IOException {
    cma.backUp(false);
    Files.writeString(cma.home("heute").resolve("etc/file"), "changed");

    assertEquals(
        List.of(
            "check rw",
            "check omd",
            "stop heute",
            "free tmp of heute",
            "free tmp of morgen",
            "restore rw",
            "mount data",
            "restore omd",
            "capabilities 2.3.0p1.cre",
            "make user heute",
            "free tmp of heute",
            "hooks of heute",
            "make user morgen",
            "free tmp of morgen",
            "hooks of morgen",
            "reboot"),
        restored(true));
    assertEquals("of heute", Files.readString(cma.home("heute").resolve("etc/file")));
  }

  @Test
  void withoutARestartTheSitesAreStarted() {
    cma.backUp(false);

    List<String> calls = restored(false);

    assertEquals(List.of("start morgen"), calls.subList(calls.size() - 1, calls.size()));
    assertEquals(List.of("start heute", "start morgen"), starting(calls));
  }

  private static List<String> starting(List<String> calls) {
    return calls.stream().filter(call -> call.startsWith("start ")).toList();
  }

  @Test
  void theActiveNodeOfAClusterBecomesPrimary() {
    cma.appliance.setCluster(ACTIVE);
    cma.backUp(true);

    assertEquals(
        List.of(
            "check rw",
            "check omd",
            "cluster stop",
            "stop heute",
            "free tmp of heute",
            "free tmp of morgen",
            "restore rw",
            "unmount data",
            "mirror PRIMARY",
            "mount data",
            "restore omd",
            "capabilities 2.3.0p1.cre",
            "start heute",
            "cluster start"),
        restored(false));
  }

  @Test
  void theInactiveNodeOfAClusterMirrorsAndMountsNothing() throws IOException {
    cma = new VirtualAppliance(root.resolve("inactive"));
    cma.appliance.setCluster(INACTIVE);
    cma.backUp(false);

    assertEquals(
        List.of(
            "check rw", "cluster stop", "restore rw", "unmount data", "mirror SECONDARY", "reboot"),
        restored(true));
  }

  @Test
  void aNodeThatIsToStandAloneLosesItsMirror() {
    cma.backUp(true);
    cma.appliance.setCluster(ACTIVE);

    assertEquals(
        List.of(
            "check rw",
            "check omd",
            "cluster stop",
            "stop heute",
            "free tmp of heute",
            "free tmp of morgen",
            "unmount data",
            "mirror ALONE",
            "restore rw",
            "mount data",
            "restore omd",
            "capabilities 2.3.0p1.cre",
            "start heute"),
        restored(false));
  }

  @Test
  void aSiteOfWhichNothingIsLeftComesBack() throws IOException {
    cma.backUp(false);
    Files.move(cma.home("morgen"), root.resolve("elsewhere"));

    cma.restore(false);

    assertEquals("of morgen", Files.readString(cma.home("morgen").resolve("etc/file")));
  }

  @Test
  void theStatesOfJobsAreForgotten() {
    cma.backUp(false);

    cma.restore(true);

    assertFalse(cma.journal.read(root.resolve("var/lib/mkbackup/all.state")).isPresent());
    assertEquals(
        Optional.of(true),
        cma.journal.read(root.resolve("var/lib/mkbackup/restore.state")).map(s -> s.success()));
  }
}
