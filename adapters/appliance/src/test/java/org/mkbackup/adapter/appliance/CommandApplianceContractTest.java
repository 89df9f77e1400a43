package org.mkbackup.adapter.appliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.ApplianceContract;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.appliance.ApplianceCommands.Step;
import org.mkbackup.domain.backup.BackupManifest.Cluster;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Appliance;

/** The contract, with a script for the commands that remembers the state in files. */
class CommandApplianceContractTest extends ApplianceContract {
  private static final String SCRIPT =
      """
      #!/bin/sh
      cd "${0%/*}"
      case $1 in
        cluster-show) exec cat cluster ;;
        cluster-role) exec cat role ;;
        data-mounted) exec test -e mounted ;;
      esac
      echo "$1"
      if [ -e broken ]; then cat broken >&2; exit 4; fi
      case $1 in
        data-mount) touch mounted ;;
        data-unmount) rm mounted ;;
      esac
      """;

  @TempDir Path temp;
  private Appliance appliance = new CommandAppliance(host(), new ScriptedSteps());

  @BeforeEach
  void install() throws IOException {
    Map<Step, List<String>> lines = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      lines.put(step, List.of(script("command").toString(), step.key()));
    }
    script(VERSION.value());
    lines.put(
        Step.POST_INSTALL,
        List.of(temp.resolve(ApplianceCommands.VERSION).toString(), Step.POST_INSTALL.key()));
    RunSteps steps = new RunSteps(new ApplianceCommands(lines), Duration.ofMinutes(1));
    appliance = new CommandAppliance(host(), steps);
  }

  private static Host host() {
    return new Host(Path.of("/"), Context.SYSTEM, "cma1", Optional.empty(), Optional.empty());
  }

  private Path script(String name) throws IOException {
    Path script = Files.writeString(temp.resolve(name), SCRIPT);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Override
  protected Appliance appliance() {
    return appliance;
  }

  @Override
  protected void join(Cluster cluster) {
    write("cluster", "resource omd {\n on cma1 {\n }\n on " + cluster.partner() + " {\n }\n}\n");
    write("role", cluster.inactive() ? "Secondary/Primary" : "Primary/Secondary");
  }

  @Override
  protected String failChanges() {
    write("broken", "no valid meta data");
    return "no valid meta data";
  }

  private void write(String name, String text) {
    try {
      Files.writeString(temp.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected boolean isMounted() {
    return Files.exists(temp.resolve("mounted"));
  }
}
