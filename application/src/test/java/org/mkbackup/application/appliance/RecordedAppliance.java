package org.mkbackup.application.appliance;

import java.util.Optional;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteVersion;

/** An appliance that only notes what is asked of it. */
final class RecordedAppliance implements Appliance {
  private final Calls calls;
  private String firmware = "1.7.5";
  private Optional<Cluster> cluster = Optional.empty();

  RecordedAppliance(Calls calls) {
    this.calls = calls;
  }

  /** Changes the firmware; an empty one is that of no appliance. */
  void setFirmware(String version) {
    firmware = version;
  }

  void setCluster(Optional<Cluster> place) {
    cluster = place;
  }

  @Override
  public String firmware() {
    if (firmware.isEmpty()) {
      throw new UsageException("This is no Checkmk Appliance", "");
    }
    return firmware;
  }

  @Override
  public Optional<Cluster> cluster() {
    return cluster;
  }

  @Override
  public void manageCluster(boolean running, RunLog log) {
    calls.add("cluster " + (running ? "start" : "stop"));
  }

  @Override
  public void mountData(RunLog log) {
    calls.add("mount data");
  }

  @Override
  public void unmountData(RunLog log) {
    calls.add("unmount data");
  }

  @Override
  public void mirrorData(DataRole role, RunLog log) {
    calls.add("mirror " + role);
  }

  @Override
  public void setCapabilities(SiteVersion version, RunLog log) {
    calls.add("capabilities " + version);
  }

  @Override
  public void reboot(RunLog log) {
    calls.add("reboot");
  }
}
