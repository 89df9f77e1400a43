package org.mkbackup.domain.job;

import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.text.Identifier;

/** The name of a job; {@code restore} is taken by the state file of restores. */
public record JobId(String value) implements Comparable<JobId> {
  public JobId {
    Identifier.check("job", value);
    if (value.equals("restore")) {
      throw new UsageException("A job may not be called 'restore'", "Choose another id");
    }
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
