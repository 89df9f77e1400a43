package org.mkbackup.launcher.command;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mkbackup.domain.failure.UsageException;
import org.mkbackup.domain.job.Schedule;

/** Schedules in words, as they are given and shown on the command line. */
final class ScheduleText {
  private static final int LEAST_LETTERS = 3;

  private ScheduleText() {}

  static String of(Optional<Schedule> schedule) {
    return schedule
        .map(
            s ->
                days(s.period())
                    + s.times().stream()
                        .map(DateTimeFormatter.ofPattern("HH:mm")::format)
                        .collect(Collectors.joining(", ", " at ", ""))
                    + (s.disabled() ? " (disabled)" : ""))
        .orElse("by hand");
  }

  private static String days(Schedule.Period period) {
    if (period instanceof Schedule.Weekly weekly) {
      return "weekly " + weekly.weekday().name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
    return period instanceof Schedule.Monthly monthly ? "monthly " + monthly.day() : "daily";
  }

  /** A time of day: {@code 02:30}. */
  static LocalTime time(String text) {
    if (!text.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
      throw new UsageException(
          "--at: '" + text + "' is not a time of day", "Give hours and minutes: 02:30");
    }
    String[] parts = text.split(":", 2);
    return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /** A day of the week by the beginning of its English name: {@code mon}. */
  static Schedule.Period weekly(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word.length() >= LEAST_LETTERS && day.name().startsWith(word))
        .findFirst()
        .map(Schedule.Weekly::new)
        .orElseThrow(
            () ->
                new UsageException(
                    "--weekly: '" + text + "' is not a day of the week",
                    "Give one of mon, tue, wed, thu, fri, sat, sun"));
  }

  /** A day that every month has: 1 to 28. */
  static Schedule.Period monthly(String text) {
    if (!text.matches("[1-9]|1[0-9]|2[0-8]")) {
      throw new UsageException(
          "--monthly: '" + text + "' is not a day that every month has", "Give 1 to 28");
    }
    return new Schedule.Monthly(Integer.parseInt(text));
  }
}
