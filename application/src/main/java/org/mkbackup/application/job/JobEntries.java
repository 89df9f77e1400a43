package org.mkbackup.application.job;

import java.util.List;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.port.JobRepository;

/** What jobs name, whether they make sense or not. */
public final class JobEntries {
  private final JobRepository jobs;

  public JobEntries(JobRepository jobs) {
    this.jobs = jobs;
  }

  /**
   * The ids of the jobs that name something, whatever else is wrong with them.
   *
   * @param entry of a job's configuration, such as {@code target}
   */
  public List<String> naming(String entry, String value) {
    Literal.Dict all = jobs.entries();
    return all.keys().stream()
        .filter(
            id ->
                all.get(id)
                    .filter(job -> job instanceof Literal.Dict)
                    .flatMap(job -> ((Literal.Dict) job).get(entry))
                    .filter(Literal.text(value)::equals)
                    .isPresent())
        .sorted()
        .toList();
  }
}
