package org.mkbackup.domain.job;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;

/** When a job runs by itself. */
public record Schedule(boolean disabled, Period period, List<LocalTime> times) {

  private static final Duration MADE_UP_FOR = Duration.ofHours(3);

  /** On which days. */
  public sealed interface Period {
    boolean includes(LocalDate day);

    /** The value under {@code period}. */
    Literal write();
  }

  public record Daily() implements Period {
    @Override
    public Literal write() {
      return Literal.text("day");
    }

    @Override
    public boolean includes(LocalDate day) {
      return true;
    }
  }

  public record Weekly(DayOfWeek weekday) implements Period {
    @Override
    public Literal write() {
      return pair(Literal.text("week"), weekday.getValue() - 1);
    }

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
    public Literal write() {
      return pair(Literal.text("month_begin"), day);
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
  public static Schedule read(Field field) {
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
   * This schedule as the value under {@code schedule} of a job.
   *
   * @param before the value so far: entries of it that are not read here are kept
   */
  public Literal.Dict write(Literal.Dict before) {
    return before
        .with("disabled", Literal.bool(disabled))
        .with("period", period.write())
        .with(
            "timeofday",
            new Literal.Sequence(
                times.stream()
                    .map(time -> pair(Literal.integer(time.getHour()), time.getMinute()))
                    .toList()));
  }

  private static Literal pair(Literal first, int second) {
    return new Literal.Tuple(List.of(first, Literal.integer(second)));
  }

  /**
   * The first time after an instant at which cron runs the job, in the zone of that instant; empty
   * where it never does.
   *
   * <p>Debian's cron does a job's work at the change itself if the clocks skip its time by less
   * than three hours, and not at all if they skip more. In an hour that comes twice it does it the
   * first time only.
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
        .flatMap(time -> runAt(day.atTime(time), now.getZone()).stream())
        .filter(time -> time.isAfter(now))
        .min(ZonedDateTime::compareTo);
  }

  private static Optional<ZonedDateTime> runAt(LocalDateTime time, ZoneId zone) {
    if (!zone.getRules().getValidOffsets(time).isEmpty()) {
      return Optional.of(time.atZone(zone));
    }
    ZoneOffsetTransition skip = zone.getRules().getTransition(time);
    return skip.getDuration().compareTo(MADE_UP_FOR) < 0
        ? Optional.of(skip.getInstant().atZone(zone))
        : Optional.empty();
  }
}
