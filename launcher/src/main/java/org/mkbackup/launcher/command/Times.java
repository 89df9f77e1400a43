package org.mkbackup.launcher.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mkbackup.domain.run.NextSchedule;

/** Points in time and how long things take, for people; local times. */
final class Times {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Times() {}

  static String of(Instant time) {
    return MINUTE.format(time.atZone(ZoneId.systemDefault()));
  }

  static String of(NextSchedule next) {
    if (next instanceof NextSchedule.At at) {
      return of(at.time());
    }
    return next instanceof NextSchedule.Disabled ? "disabled" : "by hand";
  }

  /** Hours, minutes and seconds: {@code 0:12:05}. */
  static String of(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
