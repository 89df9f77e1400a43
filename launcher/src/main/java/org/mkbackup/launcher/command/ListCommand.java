package org.mkbackup.launcher.command;

import java.io.PrintStream;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.domain.failure.OneLine;
import org.mkbackup.domain.run.RunLog;
import org.mkbackup.domain.target.TargetId;
import org.mkbackup.launcher.console.ConsoleObserver;

/** {@code mkbackup list TARGET}. */
final class ListCommand extends Command {
  private final Session session;
  private final GlobalOptions options;

  private final Word<String> target = parameter("TARGET", "The target's id.");

  ListCommand(Session session, GlobalOptions options) {
    super("list", "List the backups on a target.");
    this.session = session;
    this.options = options;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
    PrintStream out = session.out();
    // Nothing but the list goes to standard output.
    RunLog log = new ConsoleObserver(session.err(), session.err(), options.verbose());
    for (Catalogue.Listed backup : catalogue.backups(new TargetId(target.value()), log)) {
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
