package org.mkbackup.launcher.command;

import java.io.PrintStream;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.launcher.console.ConsoleObserver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mkbackup list TARGET}. */
@Command(name = "list", description = "List the backups on a target.")
final class ListCommand implements CommandLines.Command {
  private final Session session;
  private final GlobalOptions options;

  @Parameters(paramLabel = "TARGET", description = "The target's id.")
  private String target = "";

  ListCommand(Session session, GlobalOptions options) {
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
    PrintStream out = session.out();
    // Nothing but the list goes to standard output.
    RunLog log = new ConsoleObserver(session.err(), session.err(), options.verbose);
    for (Catalogue.Listed backup : catalogue.backups(new TargetId(target), log)) {
      out.println("Backup-ID:    " + OneLine.of(backup.id().value()));
      backup
          .manifest()
          .ifPresentOrElse(
              manifest -> ManifestRows.print(manifest, out),
              () -> ManifestRows.row(out, "Problem", backup.problem()));
      out.println();
    }
    return session.printed();
  }
}
