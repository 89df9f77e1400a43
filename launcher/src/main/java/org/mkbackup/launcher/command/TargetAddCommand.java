package org.mkbackup.launcher.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mkbackup.application.target.AddTarget;
import org.mkbackup.domain.target.TargetId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mkbackup target add}, with the options of all types. */
@Command(name = "add", description = "Add a target.")
final class TargetAddCommand implements CommandLines.Command {
  private final Session session;
  private final TypeOptions types;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ID", description = "The new target's id.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "TYPE", description = "One of 'mkbackup target types'.")
  private String type = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "What people call it.")
  private @Nullable String title;

  private TargetAddCommand(Session session, TypeOptions types) {
    this.session = session;
    this.types = types;
  }

  static CommandLine commandLine(Session session, TypeOptions types) {
    CommandLine line = new CommandLine(new TargetAddCommand(session, types));
    types.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    session
        .wiring(session.host())
        .get(AddTarget.class)
        .run(
            new AddTarget.Command(
                new TargetId(id), type, Optional.ofNullable(title), types.told(spec)));
    return CommandLines.EXIT_GOOD;
  }
}
