package org.mkbackup.launcher.command;

import java.util.List;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.domain.target.Target;

/** {@code mkbackup targets}. */
final class TargetsCommand extends Command {
  private final Session session;

  TargetsCommand(Session session) {
    super("targets", "List the configured targets.");
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
