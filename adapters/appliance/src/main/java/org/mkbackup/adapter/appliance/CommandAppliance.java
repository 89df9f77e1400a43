package org.mkbackup.adapter.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mkbackup.domain.appliance.ApplianceCommands.Step;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.backup.BackupManifest;
import org.mkbackup.domain.failure.ApplianceException;
import org.mkbackup.domain.failure.SystemReason;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.site.SiteVersion;

/** An appliance whose nodes mirror their data volume by DRBD. */
final class CommandAppliance implements Appliance {
  private static final Pattern NODE = Pattern.compile("(?m)^\\s*on\\s+\"?([^\\s\"{]+)");

  private final Host host;
  private final Steps steps;

  CommandAppliance(Host host, Steps steps) {
    this.host = host;
    this.steps = steps;
  }

  @Override
  public String firmware() {
    Path configuration = host.path("/etc/cma/cma.conf");
    if (!Files.exists(configuration)) {
      throw new UsageException(
          "This is no Checkmk Appliance: " + configuration + " is missing",
          "To back up or restore one site, become its user, as with 'su - SITE'");
    }
    Path version = host.path("/usr/share/cma/version");
    try {
      return Files.readString(version).strip();
    } catch (IOException e) {
      throw new ApplianceException(
          "The firmware's version can't be read from " + version + ": " + SystemReason.of(e),
          "",
          e);
    }
  }

  @Override
  public Optional<BackupManifest.Cluster> cluster() {
    return steps.ask(Step.CLUSTER_SHOW).map(this::cluster);
  }

  private BackupManifest.Cluster cluster(String shown) {
    List<String> nodes = NODE.matcher(shown).results().map(node -> node.group(1)).toList();
    String partner =
        nodes.stream().filter(node -> !node.equals(host.hostname())).findFirst().orElse("");
    boolean active =
        steps.ask(Step.CLUSTER_ROLE).filter(role -> role.startsWith("Primary")).isPresent();
    return new BackupManifest.Cluster(partner, !active);
  }

  @Override
  public void manageCluster(boolean running, RunLog log) {
    steps.take(running ? Step.CLUSTER_START : Step.CLUSTER_STOP, log);
  }

  @Override
  public void mountData(RunLog log) {
    if (isMounted()) {
      return;
    }
    steps.take(Step.DATA_MOUNT, log);
    if (!host.isRelocated() && !isMounted()) {
      throw new ApplianceException(
          "The data volume is not mounted at /omd", "Mount it, and run the same command again");
    }
  }

  @Override
  public void unmountData(RunLog log) {
    if (host.isRelocated() || isMounted()) {
      steps.take(Step.DATA_UNMOUNT, log);
    }
  }

  private boolean isMounted() {
    return steps.ask(Step.DATA_MOUNTED).isPresent();
  }

  @Override
  public void mirrorData(DataRole role, RunLog log) {
    switch (role) {
      case ALONE -> {
        takeDown(log);
        steps.take(Step.DRBD_WIPE, log);
      }
      case SECONDARY -> steps.take(Step.DRBD_UP, log);
      case PRIMARY -> {
        steps.take(Step.DRBD_UP, log);
        steps.take(Step.DRBD_PRIMARY, log);
      }
    }
  }

  /* What is down already can't be taken down; what can't be can't be wiped either. */
  private void takeDown(RunLog log) {
    try {
      steps.take(Step.DRBD_DOWN, log);
    } catch (ApplianceException e) {
      log.warn(e.getMessage());
    }
  }

  @Override
  public void setCapabilities(SiteVersion version, RunLog log) {
    steps.take(Step.POST_INSTALL, version.value(), log);
  }

  @Override
  public void reboot(RunLog log) {
    steps.take(Step.REBOOT, log);
  }
}
