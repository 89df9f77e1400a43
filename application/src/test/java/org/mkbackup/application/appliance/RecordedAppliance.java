package org.mkbackup.application.appliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteVersion;

/** An appliance that notes what is asked of it, and whose volume can be unmounted. */
final class RecordedAppliance implements Appliance {
  private final Calls calls;
  private final Path volume;
  private String firmware = "1.7.5";
  private Optional<Cluster> cluster = Optional.empty();

  RecordedAppliance(Calls calls, Path root) {
    this.calls = calls;
    this.volume = root.resolve("omd");
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
    note("cluster " + (running ? "start" : "stop"), log);
  }

  @Override
  public void mountData(RunLog log) {
    note("mount data", log);
    move(unmounted(), volume);
  }

  @Override
  public void unmountData(RunLog log) {
    note("unmount data", log);
    move(volume, unmounted());
  }

  private void note(String call, RunLog log) {
    log.info("Running " + call);
    calls.add(call);
  }

  private Path unmounted() {
    return volume.resolveSibling("omd-unmounted");
  }

  private static void move(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        Files.move(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void mirrorData(DataRole role, RunLog log) {
    note("mirror " + role, log);
  }

  @Override
  public void setCapabilities(SiteVersion version, RunLog log) {
    note("capabilities " + version, log);
  }

  @Override
  public void reboot(RunLog log) {
    note("reboot", log);
  }
}
