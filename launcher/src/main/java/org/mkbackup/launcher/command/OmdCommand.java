package org.mkbackup.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code omd backup} and {@code omd restore}; the start script hands all else to Checkmk's. */
@Command(name = "omd", header = "Archives and restores one Checkmk site.")
@SuppressWarnings("UnusedVariable") // picocli acts on some options by itself
final class OmdCommand implements CommandLines.Command {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-f", "--force"},
      scope = ScopeType.INHERIT,
      description = "Accepted for compatibility: nothing here asks for a confirmation.")
  private boolean force;

  @Spec private CommandSpec spec;

  static CommandLine commandLine(Session session) {
    OmdCommand root = new OmdCommand();
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new OmdBackupCommand(session, root.options));
    line.addSubcommand(new OmdRestoreCommand(session, root.options));
    return line;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "A sub-command is missing");
  }
}
