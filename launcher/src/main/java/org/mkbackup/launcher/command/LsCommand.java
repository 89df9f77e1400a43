package org.mkbackup.launcher.command;

import java.util.Optional;
import org.mkbackup.application.inspect.ListMembers;
import org.mkbackup.domain.text.EscapedName;
import org.mkbackup.domain.text.PathPatterns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkbackup ls TARGET BACKUP-ID [GLOB]}. */
@Command(name = "ls", description = "List what is in a backup.")
final class LsCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;
  @Mixin private final ChosenBackup chosen = new ChosenBackup();

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "GLOB",
      description = "Only paths that match as a whole; * is any text, slashes included.")
  private Optional<String> glob = Optional.empty();

  @Option(
      names = {"-l", "--long"},
      description = "Show type, mode, owner, size and time as well.")
  private boolean detailed;

  LsCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    ListMembers.Command command =
        new ListMembers.Command(chosen.choice(), glob.map(EscapedName::raw).map(PathPatterns::of));
    ListMembers list = session.wiring(session.host()).get(ListMembers.class);
    return Watched.on(session, "Read", session.err(), options.verbose)
        .run(
            observer -> {
              MemberLines lines = new MemberLines(session.out(), detailed);
              try {
                list.run(command, lines, observer);
              } finally {
                lines.flush();
              }
              return session.printed();
            });
  }
}
