package org.mkbackup.adapter.appliance;

import java.time.Duration;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Appliance;

/**
 * Offers the appliance that the program runs on or, in a relocated root, one that stays as it is.
 */
public final class ApplianceProvider implements AdapterProvider<Appliance.Factory> {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  @Override
  public String id() {
    return "appliance";
  }

  @Override
  public Class<Appliance.Factory> port() {
    return Appliance.Factory.class;
  }

  @Override
  public Appliance.Factory create(Host host) {
    return commands ->
        host.isRelocated()
            ? new CommandAppliance(host, new LeftOutSteps(commands))
            : new CommandAppliance(host, new RunSteps(commands, LIMIT));
  }
}
