package org.mkbackup.adapter.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.appliance.ApplianceCommands.Step;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.site.SiteVersion;

class CommandApplianceTest {
  private static final String TWO_NODES =
      """
      resource omd {
          on cma1 {
              device /dev/drbd0;
          }
          on "cma2" {
              device /dev/drbd0;
          }
      }
      """;

  private final ScriptedSteps steps = new ScriptedSteps();
  private final RunLogLines log = new RunLogLines();
  private final CommandAppliance appliance =
      new CommandAppliance(
          new Host(Path.of("/"), Context.SYSTEM, "cma1", Optional.empty(), Optional.empty()),
          steps);

  @Test
  void withoutAMirroredVolumeThereIsNoCluster() {
    assertEquals(Optional.empty(), appliance.cluster());
  }

  @Test
  void thePrimaryNodeIsTheActiveOne() {
    steps.answer(Step.CLUSTER_SHOW, TWO_NODES);
    steps.answer(Step.CLUSTER_ROLE, "Primary/Secondary\n");

    assertEquals(Optional.of(new Cluster("cma2", false)), appliance.cluster());
  }

  @Test
  void anyOtherNodeIsInactive() {
    steps.answer(Step.CLUSTER_SHOW, TWO_NODES);
    assertEquals(Optional.of(new Cluster("cma2", true)), appliance.cluster());

    steps.answer(Step.CLUSTER_ROLE, "Secondary/Primary\n");
    assertEquals(Optional.of(new Cluster("cma2", true)), appliance.cluster());
  }

  @Test
  void theVolumeIsMountedOnce() {
    appliance.mountData(log);
    appliance.mountData(log);
    appliance.unmountData(log);

    assertEquals(List.of("data-mount", "data-unmount"), steps.taken());
  }

  @Test
  void whatIsNotMountedIsNotUnmounted() {
    appliance.unmountData(log);

    assertEquals(List.of(), steps.taken());
  }

  @Test
  void aPrimaryIsBroughtUpBefore() {
    appliance.mirrorData(DataRole.PRIMARY, log);

    assertEquals(List.of("drbd-up", "drbd-primary"), steps.taken());
  }

  @Test
  void aSecondaryIsBroughtUpOnly() {
    appliance.mirrorData(DataRole.SECONDARY, log);

    assertEquals(List.of("drbd-up"), steps.taken());
  }

  @Test
  void aVolumeOfNoClusterIsWipedThoughItIsDownAlready() {
    steps.fail(Step.DRBD_DOWN);

    appliance.mirrorData(DataRole.ALONE, log);

    assertEquals(List.of("drbd-down", "drbd-wipe"), steps.taken());
    assertTrue(log.all().toString().contains("drbd-down fails"), log.all().toString());
  }

  @Test
  void aFailureIsPassedOn() {
    steps.fail(Step.DRBD_WIPE);

    assertThrows(ApplianceException.class, () -> appliance.mirrorData(DataRole.ALONE, log));
  }

  @Test
  void theRestIsACommandEach() {
    appliance.manageCluster(false, log);
    appliance.manageCluster(true, log);
    appliance.setCapabilities(new SiteVersion("2.3.0"), log);
    appliance.reboot(log);

    assertEquals(
        List.of("cluster-stop", "cluster-start", "post-install 2.3.0", "reboot"), steps.taken());
  }
}
