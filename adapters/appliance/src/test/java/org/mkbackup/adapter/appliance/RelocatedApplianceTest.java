package org.mkbackup.adapter.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mkbackup.contract.RunLogLines;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.appliance.DataRole;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.host.Context;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.site.SiteVersion;

class RelocatedApplianceTest {
  @TempDir Path root;
  private final RunLogLines log = new RunLogLines();

  private Appliance appliance() {
    Map<ApplianceCommands.Step, List<String>> lines = new EnumMap<>(ApplianceCommands.Step.class);
    for (ApplianceCommands.Step step : ApplianceCommands.Step.values()) {
      lines.put(step, List.of("/no/program/" + step.key(), "{version}"));
    }
    Host host = new Host(root, Context.SYSTEM, "cma", Optional.empty(), Optional.empty());
    return new ApplianceProvider().create(host).create(new ApplianceCommands(lines));
  }

  @Test
  void theFirmwareIsThatOfTheRoot() throws IOException {
    Files.createDirectories(root.resolve("etc/cma"));
    Files.createDirectories(root.resolve("usr/share/cma"));
    Files.writeString(root.resolve("etc/cma/cma.conf"), "");
    Files.writeString(root.resolve("usr/share/cma/version"), "1.7.5\n");

    assertEquals("1.7.5", appliance().firmware());
  }

  @Test
  void whereTheApplianceHasNoConfigurationThereIsNone() {
    UsageException failure = assertThrows(UsageException.class, appliance()::firmware);

    assertTrue(failure.getMessage().startsWith("This is no Checkmk Appliance"));
  }

  @Test
  void everyStepIsLeftOutAndTold() {
    Appliance appliance = appliance();

    assertEquals(Optional.empty(), appliance.cluster());
    appliance.unmountData(log);
    appliance.mirrorData(DataRole.PRIMARY, log);
    appliance.mountData(log);
    appliance.setCapabilities(new SiteVersion("2.3.0"), log);
    appliance.reboot(log);

    String told = "Left out in a relocated root: /no/program/";
    assertEquals(
        List.of(
            told + "data-unmount ",
            told + "drbd-up ",
            told + "drbd-primary ",
            told + "data-mount ",
            told + "post-install 2.3.0",
            told + "reboot "),
        log.all());
  }
}
