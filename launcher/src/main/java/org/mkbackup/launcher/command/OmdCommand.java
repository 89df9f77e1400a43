package org.mkbackup.launcher.command;

import picocli.CommandLine;

/** {@code omd backup} and {@code omd restore}; the start script hands all else to Checkmk's. */
final class OmdCommand extends Verbs {
  OmdCommand(Session session) {
    super("omd");
    spec().usageMessage().header("Archives and restores one Checkmk site.");
    GlobalOptions options = new GlobalOptions(this);
    flag(
        GlobalOptions.inherited("-f", "--force")
            .description("Accepted for compatibility: nothing here asks for a confirmation."));
    verb("backup", () -> new OmdBackupCommand(session, options));
    verb("restore", () -> new OmdRestoreCommand(session, options));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec().commandLine(), "A sub-command is missing");
  }
}
