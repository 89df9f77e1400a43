package org.mkbackup.domain.run;

import java.time.Instant;

/** When a job is due again, as its state file says. */
public sealed interface NextSchedule {
  record At(Instant time) implements NextSchedule {}

  record Disabled() implements NextSchedule {}

  /** It has no schedule. */
  record Never() implements NextSchedule {}
}
