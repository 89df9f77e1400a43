package org.mkbackup.launcher.command;

import org.mkbackup.application.inspect.VerifyBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mkbackup verify TARGET BACKUP-ID}. */
@Command(name = "verify", description = "Find out whether a backup is good.")
final class VerifyCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;
  @Mixin private final ChosenBackup chosen = new ChosenBackup();

  @Option(
      names = "--deep",
      description =
          "Open the archives as well, and check each member as a restore does; of a sealed backup"
              + " this asks for the passphrase.")
  private boolean deep;

  VerifyCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    VerifyBackup.Command command = new VerifyBackup.Command(chosen.choice(), deep);
    VerifyBackup verify = session.wiring(session.host()).get(VerifyBackup.class);
    return Watched.on(session, "Verify", session.out(), options.verbose)
        .run(
            observer -> {
              verify.run(command, observer);
              return session.printed();
            });
  }
}
