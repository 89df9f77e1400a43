package org.mkbackup.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.port.JobRepository;

/** Jobs that are gone with the program. */
public final class InMemoryJobRepository implements JobRepository {
  private Literal.Dict entries;

  public InMemoryJobRepository(Job... jobs) {
    this(Literal.Dict.EMPTY);
    List.of(jobs).forEach(this::save);
  }

  /**
   * Holds what a configuration file might.
   *
   * @param entries configurations by job ids, sensible or not
   */
  public InMemoryJobRepository(Literal.Dict entries) {
    this.entries = entries;
  }

  @Override
  public List<Job> all() {
    return SensibleEntries.of(entries, id -> find(new JobId(id))).stream()
        .sorted(Comparator.comparing(Job::id))
        .toList();
  }

  @Override
  public List<String> ids() {
    return entries.keys().stream().sorted().toList();
  }

  @Override
  public Literal.Dict entries() {
    return entries;
  }

  @Override
  public List<ConfigurationException> faults() {
    return SensibleEntries.faults(entries, id -> find(new JobId(id)));
  }

  @Override
  public Optional<Job> find(JobId id) {
    return entries
        .get(id.value())
        .map(entry -> new Job(id, new Field("Job '" + id + "'", entry).dict()));
  }

  @Override
  public void save(Job job) {
    entries = entries.with(job.id().value(), job.configuration());
  }

  @Override
  public void remove(JobId id) {
    entries = entries.without(id.value());
  }
}
