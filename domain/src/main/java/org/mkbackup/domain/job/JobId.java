package org.mkbackup.domain.job;

import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.text.Identifier;

/** The name of a job; {@code restore} is taken by the state file of restores. */
public record JobId(String value) implements Comparable<JobId> {
  private static final String TAKEN = "restore";

  public JobId {
    Identifier.check("job", value);
    if (value.equals(TAKEN)) {
      throw new UsageException("A job may not be called 'restore'", "Choose another id");
    }
  }

  /** Whether a job may be called so. */
  public static boolean isLegal(String value) {
    return Identifier.isLegal(value) && !value.equals(TAKEN);
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
