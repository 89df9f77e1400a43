package org.mkbackup.launcher.command;

import org.mkbackup.application.inspect.VerifyBackup;

/** {@code mkbackup verify TARGET BACKUP-ID}. */
final class VerifyCommand extends Command {
  private final Session session;
  private final GlobalOptions options;
  private final ChosenBackup chosen = new ChosenBackup(this);

  private final Flag deep =
      flag(
          "--deep",
          "Open the archives as well, and check each member as a restore does; of a sealed backup"
              + " this asks for the passphrase.");

  VerifyCommand(Session session, GlobalOptions options) {
    super("verify", "Find out whether a backup is good.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    VerifyBackup.Command command = new VerifyBackup.Command(chosen.choice(), deep.given());
    VerifyBackup verify = session.wiring(session.host()).get(VerifyBackup.class);
    return Watched.on(session, "Verify", session.out(), options.verbose())
        .run(
            observer -> {
              verify.run(command, observer);
              return session.printed();
            });
  }
}
