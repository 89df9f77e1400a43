package org.mkbackup.launcher.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

  /**
   * The command line of the mode that the arguments begin with, or of all modes if they don't begin
   * with one.
   *
   * <p>To describe a mode takes longer than most of what they do.
   */
  static CommandLine commandLine(Session session, List<String> arguments) {
    MkbackupCommand root = new MkbackupCommand();
    CommandLine line = new CommandLine(root);
    Map<String, Supplier<Object>> modes = modes(session, root.options);
    Optional<String> asked = arguments.stream().findFirst().filter(modes::containsKey);
    modes.forEach(
        (mode, made) -> {
          if (asked.isEmpty() || asked.get().equals(mode)) {
            line.addSubcommand(mode, made.get());
          }
        });
    return line;
  }

  private static Map<String, Supplier<Object>> modes(Session session, GlobalOptions options) {
    Map<String, Supplier<Object>> modes = new LinkedHashMap<>();
    modes.put("backup", () -> new BackupCommand(session, options));
    modes.put("restore", () -> new RestoreCommand(session, options));
    modes.put("jobs", () -> new JobsCommand(session));
    modes.put("targets", () -> new TargetsCommand(session));
    modes.put("list", () -> new ListCommand(session, options));
    modes.put("show", () -> new ShowCommand(session, options));
    modes.put("verify", () -> new VerifyCommand(session, options));
    modes.put("ls", () -> new LsCommand(session, options));
    modes.put("extract", () -> new ExtractCommand(session, options));
    modes.put("diff", () -> new DiffCommand(session, options));
    modes.put("prune", () -> new PruneCommand(session, options));
    modes.put("status", () -> new StatusCommand(session));
    modes.put("job", () -> JobCommand.commandLine(session));
    modes.put("target", () -> TargetCommand.commandLine(session));
    modes.put("key", () -> KeyCommand.commandLine(session));
    modes.put("mount", () -> MountCommand.commandLine(session, options));
    return modes;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "A mode is missing");
  }
}
