package org.mkbackup.adapter.appliance;

import java.util.Optional;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.run.RunLog;

/** Takes no step, since the root is relocated, and says which it would have taken. */
final class LeftOutSteps implements Steps {
  private final ApplianceCommands commands;

  LeftOutSteps(ApplianceCommands commands) {
    this.commands = commands;
  }

  @Override
  public Optional<String> ask(ApplianceCommands.Step step) {
    return Optional.empty();
  }

  @Override
  public void take(ApplianceCommands.Step step, RunLog log) {
    take(step, "", log);
  }

  @Override
  public void take(ApplianceCommands.Step step, String version, RunLog log) {
    log.info("Left out in a relocated root: " + String.join(" ", commands.line(step, version)));
  }
}
