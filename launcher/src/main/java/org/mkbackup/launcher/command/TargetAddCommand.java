package org.mkbackup.launcher.command;

import org.mkbackup.application.target.AddTarget;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.launcher.wiring.Wiring;

/** {@code mkbackup target add}, with the options of all types. */
final class TargetAddCommand extends Command {
  private final Session session;
  private final TypeOptions types;

  private final Word<String> id = parameter("ID", "The new target's id.");

  private final Word<String> type = parameter("TYPE", "One of 'mkbackup target types'.");

  private final Word<String> title = option("--title", "TEXT", "What people call it.");

  TargetAddCommand(Session session) {
    super("add", "Add a target.");
    this.session = session;
    this.types = new TypeOptions(this, Wiring.targetTypes());
  }

  @Override
  public Integer call() {
    session
        .wiring(session.host())
        .get(AddTarget.class)
        .run(
            new AddTarget.Command(
                new TargetId(id.value()), type.value(), title.told(), types.told()));
    return CommandLines.EXIT_GOOD;
  }
}
