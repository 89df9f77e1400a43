package org.mkbackup.domain.port;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;

/**
 * The jobs that are configured in this context. A file that can't be read as data is refused with
 * file, line and column as a {@link ConfigurationException}; a missing file holds no jobs. A job
 * that makes no sense is refused when it is asked for, and does not keep others from being found.
 */
public interface JobRepository {

  /** All jobs, sorted by id. One that makes no sense is left out; {@link #faults} says why. */
  List<Job> all();

  /** The ids of all that is configured, sorted, even of what makes no sense or has no legal id. */
  List<String> ids();

  /** All that is configured, by ids: even what makes no sense or has no legal id. */
  Literal.Dict entries();

  /** What is wrong with each entry that {@link #all} leaves out, and in which file it stands. */
  List<ConfigurationException> faults();

  Optional<Job> find(JobId id);

  /**
   * Stores a job in place of one with the same id, if any. The file is replaced atomically, under a
   * lock; what else is in it stays, whether it is understood or not.
   */
  void save(Job job);

  /**
   * Removes a job, if there is one, whether it makes sense or not; otherwise like {@link #save}.
   */
  void remove(JobId id);
}
