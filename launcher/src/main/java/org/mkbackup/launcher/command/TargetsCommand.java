package org.mkbackup.launcher.command;

import java.util.List;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.domain.target.Target;
import picocli.CommandLine.Command;

/** {@code mkbackup targets}. */
@Command(name = "targets", description = "List the configured targets.")
final class TargetsCommand implements CommandLines.Command {
  private final Session session;

  TargetsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
    List<Target> targets = catalogue.targets();
    Listing listing = new Listing(session.out());
    listing.head("Target-ID", "Title");
    for (Target target : targets) {
      listing.row(target.id().value(), target.title());
    }
    session.warn(catalogue.faultsOfTargets());
    return session.printed();
  }
}
