package org.mkbackup.domain.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What Debian's cron does with a job at a fixed time of day, by its manual: it wakes every minute
 * and looks at the clock on the wall. Minutes that were skipped are gone through at once if they
 * are fewer than three hours' worth; those that come again within three hours are passed over.
 */
final class MinuteByMinute {
  private static final Duration CORRECTION = Duration.ofHours(3);

  private final Schedule schedule;
  private final ZonedDateTime now;

  MinuteByMinute(Schedule schedule, ZonedDateTime now) {
    this.schedule = schedule;
    this.now = now;
  }

  /** The first minute after now in which cron runs the job. */
  ZonedDateTime firstRun() {
    ZonedDateTime minute = now.truncatedTo(ChronoUnit.MINUTES).minusHours(4);
    LocalDateTime seen = minute.toLocalDateTime();
    while (true) {
      minute = minute.plusMinutes(1);
      LocalDateTime wall = minute.toLocalDateTime();
      Duration jump = Duration.between(seen, wall);
      if (jump.abs().compareTo(CORRECTION) >= 0) {
        seen = wall.minusMinutes(1);
      }
      boolean isDue = false;
      while (seen.isBefore(wall)) {
        seen = seen.plusMinutes(1);
        isDue |= isDue(seen);
      }
      if (isDue && minute.isAfter(now)) {
        return minute;
      }
    }
  }

  private boolean isDue(LocalDateTime wall) {
    return schedule.times().contains(wall.toLocalTime())
        && schedule.period().includes(wall.toLocalDate());
  }
}
