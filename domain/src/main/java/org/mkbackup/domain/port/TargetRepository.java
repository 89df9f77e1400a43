package org.mkbackup.domain.port;

import java.util.List;
import java.util.Optional;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetId;

/**
 * The targets that can be used in this context: its own and, for a site, those of the appliance
 * whose id is not taken by one of its own. Failures are those of {@link JobRepository}.
 */
public interface TargetRepository {

  /** All targets, sorted by id. One that makes no sense is left out; {@link #faults} says why. */
  List<Target> all();

  /** As {@link JobRepository#faults}. */
  List<ConfigurationException> faults();

  Optional<Target> find(TargetId id);

  /** Whether a target, be it a senseless one, is one of this context itself. */
  boolean owns(TargetId id);

  /** Stores a target of this context, as {@link JobRepository#save} does a job. */
  void save(Target target);

  /**
   * Removes a target of this context, if there is one, as {@link JobRepository#remove} does a job.
   * One of the appliance with the same id then takes its place.
   */
  void remove(TargetId id);
}
