package org.mkbackup.launcher.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mkbackup.application.target.EditTarget;
import org.mkbackup.domain.target.TargetId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mkbackup target edit}, with the options of all types. */
@Command(name = "edit", description = "Change a target: what is named.")
final class TargetEditCommand implements CommandLines.Command {
  private final Session session;
  private final TypeOptions types;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ID", description = "The target's id.")
  private String id = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "What people call it.")
  private @Nullable String title;

  private TargetEditCommand(Session session, TypeOptions types) {
    this.session = session;
    this.types = types;
  }

  static CommandLine commandLine(Session session, TypeOptions types) {
    CommandLine line = new CommandLine(new TargetEditCommand(session, types));
    types.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    session
        .wiring(session.host())
        .get(EditTarget.class)
        .run(
            new EditTarget.Command(new TargetId(id), Optional.ofNullable(title), types.told(spec)));
    return CommandLines.EXIT_GOOD;
  }
}
