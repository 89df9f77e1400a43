package org.mkbackup.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mkbackup}: backups of jobs on targets. */
@Command(
    name = "mkbackup",
    header = "Backs up and restores Checkmk sites.",
    synopsisSubcommandLabel = "MODE",
    versionProvider = Version.class)
@SuppressWarnings("UnusedVariable") // picocli acts on some options by itself
final class MkbackupCommand implements CommandLines.Command {
  @Mixin private final GlobalOptions options = new GlobalOptions();

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  @Spec private CommandSpec spec;

  static CommandLine commandLine(Session session) {
    MkbackupCommand root = new MkbackupCommand();
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new BackupCommand(session, root.options));
    line.addSubcommand(new RestoreCommand(session, root.options));
    line.addSubcommand(new JobsCommand(session));
    line.addSubcommand(new TargetsCommand(session));
    line.addSubcommand(new ListCommand(session));
    line.addSubcommand(new StatusCommand(session));
    line.addSubcommand(JobCommand.commandLine(session));
    line.addSubcommand(TargetCommand.commandLine(session));
    line.addSubcommand(KeyCommand.commandLine(session));
    return line;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "A mode is missing");
  }
}
