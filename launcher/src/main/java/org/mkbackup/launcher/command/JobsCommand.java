package org.mkbackup.launcher.command;

import java.util.List;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.domain.job.Job;

/** {@code mkbackup jobs}. */
final class JobsCommand extends Command {
  private final Session session;

  JobsCommand(Session session) {
    super("jobs", "List the configured jobs.");
    this.session = session;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = session.wiring(session.host()).get(Catalogue.class);
    List<Job> jobs = catalogue.jobs();
    Listing listing = new Listing(session.out());
    listing.head("Job-ID", "Title");
    for (Job job : jobs) {
      listing.row(job.id().value(), job.title());
    }
    session.warn(catalogue.faultsOfJobs());
    return session.printed();
  }
}
