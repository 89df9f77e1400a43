package org.mkbackup.application.appliance;

import java.util.Optional;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.run.RunLog;

/** Takes an appliance out of the cluster that it is in, and gives it the place of its backup. */
final class ClusterPlace {
  static final String MIRROR = "the mirror of the data volume";

  private final Appliance appliance;
  private final ClusterMark mark;
  private final Optional<BackupManifest.Cluster> wanted;
  private final boolean again;
  private final boolean clustered;

  /**
   * Begins with what there is.
   *
   * @param wanted the backup's place; empty: alone
   */
  ClusterPlace(Appliance appliance, ClusterMark mark, Optional<BackupManifest.Cluster> wanted) {
    this.appliance = appliance;
    this.mark = mark;
    this.wanted = wanted;
    this.again = mark.isSet();
    this.clustered = again || appliance.cluster().isPresent();
  }

  /** Whether the data volume is a mirror, or was, and is to be none. */
  boolean losesMirror() {
    return clustered && wanted.isEmpty() && !mark.isWiped();
  }

  /** Keeps the cluster from moving the volume. */
  void hold(RunLog log) {
    if (again) {
      log.info(
          "A restore that didn't end began on a node of a cluster, says "
              + mark.file()
              + ": this one goes on from there");
    }
    if (clustered) {
      mark.set();
      appliance.manageCluster(false, log);
    }
  }

  /** Wipes the traces of the cluster, as long as the configuration still knows it. */
  void leave(Ledger ledger, RunLog log) {
    if (losesMirror()) {
      appliance.unmountData(log);
      ledger.replace(MIRROR, () -> appliance.mirrorData(DataRole.ALONE, log));
      mark.setWiped();
    }
  }

  /** Takes the place of the backup, whose configuration is there. */
  void take(RunLog log) {
    wanted.ifPresent(
        node -> {
          appliance.unmountData(log);
          appliance.mirrorData(node.inactive() ? DataRole.SECONDARY : DataRole.PRIMARY, log);
        });
  }

  /** All is done: nothing needs to be remembered. */
  void settle() {
    mark.clear();
  }

  void start(RunLog log) {
    if (wanted.isPresent()) {
      appliance.manageCluster(true, log);
    }
  }

  /** Goes back, if nothing was replaced. A manager could move a volume that is half replaced. */
  void giveUp(Ledger ledger, RunLog log) {
    if (!clustered || again || !ledger.isUntouched()) {
      return;
    }
    try {
      appliance.manageCluster(true, log);
      mark.clear();
    } catch (ApplianceException e) {
      log.warn(e.getMessage());
    }
  }
}
