package org.mkbackup.launcher.command;

import org.mkbackup.application.target.EditTarget;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup target edit}, with the options of all types. */
final class TargetEditCommand extends Command {
  private final Session session;
  private final TypeOptions types;

  private final Word<String> id = parameter("ID", "The target's id.");

  private final Word<String> title = option("--title", "TEXT", "What people call it.");

  TargetEditCommand(Session session) {
    super("edit", "Change a target: what is named.");
    this.session = session;
    this.types = new TypeOptions(this, Wiring.targetTypes());
  }

  @Override
  public Integer call() {
    session
        .wiring(session.host())
        .get(EditTarget.class)
        .run(new EditTarget.Command(new TargetId(id.value()), title.told(), types.told()));
    return CommandLines.EXIT_GOOD;
  }
}
