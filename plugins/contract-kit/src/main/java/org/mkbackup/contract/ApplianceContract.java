package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteVersion;

/** What every {@link Appliance} that isn't in a relocated root does. */
public abstract class ApplianceContract {
  protected static final SiteVersion VERSION = new SiteVersion("2.3.0p1.cme");

  private final RunLogLines log = new RunLogLines();

  /** One of no cluster, with {@link #VERSION} installed, whose data volume isn't mounted. */
  protected abstract Appliance appliance();

  /** Makes it a node of a cluster. */
  protected abstract void join(Cluster cluster);

  /** Has all that changes something fail from now on; returns what the failures have to say. */
  protected abstract String failChanges();

  /** Whether the data volume is mounted. */
  protected abstract boolean isMounted();

  /** Something that changes the machine. */
  enum Change {
    START_CLUSTER,
    STOP_CLUSTER,
    MOUNT,
    MIRROR_ALONE,
    MIRROR_AS_SECONDARY,
    MIRROR_AS_PRIMARY,
    SET_CAPABILITIES,
    REBOOT;

    void make(Appliance appliance, RunLog log) {
      switch (this) {
        case START_CLUSTER -> appliance.manageCluster(true, log);
        case STOP_CLUSTER -> appliance.manageCluster(false, log);
        case MOUNT -> appliance.mountData(log);
        case MIRROR_ALONE -> appliance.mirrorData(DataRole.ALONE, log);
        case MIRROR_AS_SECONDARY -> appliance.mirrorData(DataRole.SECONDARY, log);
        case MIRROR_AS_PRIMARY -> appliance.mirrorData(DataRole.PRIMARY, log);
        case SET_CAPABILITIES -> appliance.setCapabilities(VERSION, log);
        case REBOOT -> appliance.reboot(log);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeIsToldToTheLogAndMayBeMadeAgain(Change change) {
    change.make(appliance(), log);
    assertFalse(log.all().isEmpty(), "It isn't told");

    change.make(appliance(), log);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeThatFailsSaysWhy(Change change) {
    String why = failChanges();

    var failure = assertThrows(ApplianceException.class, () -> change.make(appliance(), log));

    assertTrue(failure.what().contains(why), failure::what);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsNoChange(Change change) {
    Thread.currentThread().interrupt();

    change.make(appliance(), log);

    assertTrue(Thread.interrupted(), "The interrupt was lost");
  }

  @Test
  void theVolumeIsMountedAndUnmountedHoweverOften() {
    appliance().unmountData(log);
    assertFalse(isMounted());
    appliance().mountData(log);
    appliance().mountData(log);
    assertTrue(isMounted());
    appliance().unmountData(log);
    appliance().unmountData(log);
    assertFalse(isMounted());
  }

  @Test
  void theVolumeOfNoClusterIsInNone() {
    assertEquals(Optional.empty(), appliance().cluster());
  }

  @Test
  void tellsItsPlaceInACluster() {
    for (boolean inactive : new boolean[] {false, true}) {
      Cluster cluster = new Cluster("cma2", inactive);
      join(cluster);
      assertEquals(Optional.of(cluster), appliance().cluster());
    }
  }
}
