package org.mkbackup.domain.port;

import java.util.Optional;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteVersion;

/**
 * The machine itself, where it is a Checkmk Appliance: its firmware, its place in a cluster, its
 * data volume.
 *
 * <p>What changes something is told to the log, returns when it is done, and may be called again
 * when it is done already. An interrupt doesn't end it. Failures are {@link
 * org.mkbackup.domain.failure.ApplianceException}s with the command and the last line that it said.
 * In a relocated root nothing of it is done, and the log says what was left out.
 */
public interface Appliance {

  /** Makes one that is handled with the given commands. */
  interface Factory {
    Appliance create(ApplianceCommands commands);
  }

  /**
   * The version of the firmware.
   *
   * @throws org.mkbackup.domain.failure.UsageException if this machine is no appliance
   */
  String firmware();

  /** The place in a cluster; empty if it isn't a node of one, or the root is relocated. */
  Optional<BackupManifest.Cluster> cluster();

  /** Has the cluster's manager, which would move the data volume to the other node, run or not. */
  void manageCluster(boolean running, RunLog log);

  /** Mounts the data volume at {@code /omd}, unless it is. */
  void mountData(RunLog log);

  /** Takes the data volume out of the file system. That it isn't mounted is no failure. */
  void unmountData(RunLog log);

  /** Gives the data volume, which isn't mounted, its role in a cluster or in none. */
  void mirrorData(DataRole role, RunLog log);

  /**
   * Has an installed version give its programs the capabilities that they need. A version that
   * doesn't know how is passed over.
   */
  void setCapabilities(SiteVersion version, RunLog log);

  /** Begins a restart of the machine. */
  void reboot(RunLog log);
}
