package org.mkbackup.domain.job;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;

/** When a job runs by itself. */
public record Schedule(boolean disabled, Period period, List<LocalTime> times) {

  /** On which days. */
  public sealed interface Period {
    boolean includes(LocalDate day);
  }

  public record Daily() implements Period {
    @Override
    public boolean includes(LocalDate day) {
      return true;
    }
  }

  public record Weekly(DayOfWeek weekday) implements Period {
    @Override
    public boolean includes(LocalDate day) {
      return day.getDayOfWeek() == weekday;
    }
  }

  /** On one day of every month, 1 to 28. */
  public record Monthly(int day) implements Period {
    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    public Monthly {
      if (day < 1 || day > LAST_DAY_OF_EVERY_MONTH) {
        throw new IllegalArgumentException("day " + day);
      }
    }

    @Override
    public boolean includes(LocalDate day) {
      return day.getDayOfMonth() == this.day;
    }
  }

  public Schedule {
    times = times.stream().sorted().distinct().toList();
  }

  /** Reads the value under {@code schedule} of a job in {@code backup.mk}. */
  static Schedule read(Field field) {
    return new Schedule(
        field.get("disabled").map(Field::bool).orElse(false),
        readPeriod(field.require("period")),
        field.require("timeofday").items().stream()
            .filter(time -> !time.isNone())
            .map(Schedule::readTime)
            .toList());
  }

  private static Period readPeriod(Field field) {
    if (field.value() instanceof Literal.Text text) {
      if (text.value().equals("day")) {
        return new Daily();
      }
      throw field.wrong("is '" + text.value() + "', which is no period");
    }
    List<Field> pair = field.items();
    if (pair.size() != 2) {
      throw field.wrong("is not a pair");
    }
    return switch (pair.get(0).text()) {
      case "week" -> new Weekly(DayOfWeek.of(pair.get(1).integer(0, 6) + 1));
      case "month_begin" -> new Monthly(pair.get(1).integer(1, 28));
      default -> throw field.wrong("is '" + pair.get(0).text() + "', which is no period");
    };
  }

  private static LocalTime readTime(Field field) {
    List<Field> pair = field.items();
    if (pair.size() != 2) {
      throw field.wrong("is not a pair of hour and minute");
    }
    return LocalTime.of(pair.get(0).integer(0, 23), pair.get(1).integer(0, 59));
  }

  /**
   * The first time after an instant at which the job is due, in the zone of that instant; empty
   * where it never is. A time that a change to summer time skips counts as the hour after it.
   */
  public Optional<ZonedDateTime> nextAfter(ZonedDateTime now) {
    if (disabled || times.isEmpty()) {
      return Optional.empty();
    }
    // Where the clocks skip midnight, a day's times may come due on the day after it.
    LocalDate day = now.toLocalDate().minusDays(1);
    while (firstAfter(now, day).isEmpty()) {
      day = day.plusDays(1);
    }
    return Stream.of(day, day.plusDays(1))
        .flatMap(either -> firstAfter(now, either).stream())
        .min(ZonedDateTime::compareTo);
  }

  private Optional<ZonedDateTime> firstAfter(ZonedDateTime now, LocalDate day) {
    return times.stream()
        .filter(time -> period.includes(day))
        .map(time -> ZonedDateTime.of(day, time, now.getZone()))
        .filter(time -> time.isAfter(now))
        .min(ZonedDateTime::compareTo);
  }
}
