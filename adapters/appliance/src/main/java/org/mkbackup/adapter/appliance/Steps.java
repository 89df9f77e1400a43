package org.mkbackup.adapter.appliance;

import java.util.Optional;
import org.mkbackup.domain.appliance.ApplianceCommands;
import org.mkbackup.domain.run.RunLog;

/** Takes the steps that there are commands for. */
interface Steps {

  /** What the command printed; empty if it failed, or isn't there. */
  Optional<String> ask(ApplianceCommands.Step step);

  /**
   * Takes a step that changes something, and logs its command line.
   *
   * @throws org.mkbackup.domain.failure.ApplianceException if it fails
   */
  void take(ApplianceCommands.Step step, RunLog log);

  /** The same, for a version; does nothing if that doesn't have the program. */
  void take(ApplianceCommands.Step step, String version, RunLog log);
}
