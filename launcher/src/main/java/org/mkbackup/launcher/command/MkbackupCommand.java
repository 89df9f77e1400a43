package org.mkbackup.launcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mkbackup}: backups of jobs on targets. */
final class MkbackupCommand extends Verbs {
  MkbackupCommand(Session session) {
    super("mkbackup");
    spec().versionProvider(new Version());
    spec()
        .usageMessage()
        .header("Backs up and restores Checkmk sites.")
        .synopsisSubcommandLabel("MODE");
    GlobalOptions options = new GlobalOptions(this);
    flag(OptionSpec.builder("--version").versionHelp(true).description("Show the version."));
    verb("backup", () -> new BackupCommand(session, options));
    verb("restore", () -> new RestoreCommand(session, options));
    verb("jobs", () -> new JobsCommand(session));
    verb("targets", () -> new TargetsCommand(session));
    verb("list", () -> new ListCommand(session, options));
    verb("show", () -> new ShowCommand(session, options));
    verb("verify", () -> new VerifyCommand(session, options));
    verb("ls", () -> new LsCommand(session, options));
    verb("extract", () -> new ExtractCommand(session, options));
    verb("diff", () -> new DiffCommand(session, options));
    verb("prune", () -> new PruneCommand(session, options));
    verb("status", () -> new StatusCommand(session));
    verb("job", () -> new JobCommand(session));
    verb("target", () -> new TargetCommand(session));
    verb("key", () -> new KeyCommand(session));
    verb("mount", () -> new MountCommand(session, options));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec().commandLine(), "A mode is missing");
  }
}
