package org.mkbackup.application.job;

import java.util.Optional;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.target.TargetId;

/** What a job is told anew; of what is empty nothing changes. */
public record JobChange(
    Optional<String> title,
    Optional<TargetId> target,
    Optional<Sealing> sealing,
    Contents contents,
    Optional<ScheduleChange> schedule) {

  /**
   * Whether backups are sealed.
   *
   * @param key its id or alias; empty: they are not
   */
  public record Sealing(Optional<String> key) {}

  /** What goes into a backup, and how; as in {@link org.mkbackup.domain.job.Job}. */
  public record Contents(
      Optional<Boolean> compress, Optional<Boolean> noHistory, Optional<Boolean> withoutSites) {

    Literal.Dict applyTo(Literal.Dict job) {
      Literal.Dict changed = put(job, "compress", compress);
      changed = put(changed, "no_history", noHistory);
      return put(changed, "without_sites", withoutSites);
    }

    private static Literal.Dict put(Literal.Dict job, String name, Optional<Boolean> value) {
      return value.map(flag -> job.with(name, Literal.bool(flag))).orElse(job);
    }
  }
}
