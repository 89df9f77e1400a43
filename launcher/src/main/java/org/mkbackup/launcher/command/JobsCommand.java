package org.mkbackup.launcher.command;

import java.util.List;
import org.mkbackup.application.job.Catalogue;
import org.mkbackup.domain.job.Job;
import picocli.CommandLine.Command;

/** {@code mkbackup jobs}. */
@Command(name = "jobs", description = "List the configured jobs.")
final class JobsCommand implements CommandLines.Command {
  private final Session session;

  JobsCommand(Session session) {
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
