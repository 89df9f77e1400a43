package org.mkbackup.launcher.command;

import org.mkbackup.application.inspect.ListMembers;
import org.mkbackup.domain.text.EscapedName;

/** {@code mkbackup ls TARGET BACKUP-ID [GLOB]}. */
final class LsCommand extends Command {
  private final Session session;
  private final GlobalOptions options;
  private final ChosenBackup chosen = new ChosenBackup(this);

  private final Word<String> glob =
      optionalParameter(
          "GLOB",
          "Only paths that match as a whole; * is any text, slashes included. With a slash at the"
              + " end, a directory and all below it.");

  private final Flag detailed =
      flag("-l", "--long", "Show type, mode, owner, size and time as well.");

  LsCommand(Session session, GlobalOptions options) {
    super("ls", "List what is in a backup.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    ListMembers.Command command =
        new ListMembers.Command(chosen.choice(), glob.told().map(EscapedName::raw));
    ListMembers list = session.wiring(session.host()).get(ListMembers.class);
    return Watched.on(session, "Read", session.err(), options.verbose())
        .run(
            observer -> {
              MemberLines lines = new MemberLines(session.out(), detailed.given());
              try {
                list.run(command, lines, observer);
              } finally {
                lines.flush();
              }
              return session.printed();
            });
  }
}
