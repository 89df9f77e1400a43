package org.mkbackup.domain.port;

import java.nio.file.Path;
import java.util.List;
import org.mkbackup.domain.job.Job;

/**
 * The timetable by which the jobs of this context run by themselves.
 *
 * <p>Failures are {@link org.mkbackup.domain.failure.ConfigurationException}s that name the file.
 */
public interface Scheduler {

  /**
   * Has these jobs run at their times from now on, and no others. A job whose schedule is disabled,
   * that has none, or has no times, is not in the table. The table is replaced atomically: whoever
   * reads it finds the old one or the new one whole, and a failure leaves the old one.
   *
   * @param jobs all of the context
   * @param program the {@code mkbackup} to call, an absolute path; one that can't be written to a
   *     table without a danger of being read as something else is refused
   */
  void replace(List<Job> jobs, Path program);
}
