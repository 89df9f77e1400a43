package org.mkbackup.domain.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;

class ScheduleReadingTest {
  private static final Literal DAY = Literal.text("day");

  private static Literal pair(Literal first, long second) {
    return new Literal.Tuple(List.of(first, Literal.integer(second)));
  }

  private static Literal time(long hour, long minute) {
    return pair(Literal.integer(hour), minute);
  }

  private static Schedule read(Literal period, Literal... times) {
    Literal.Dict schedule =
        Literal.Dict.EMPTY
            .with("disabled", Literal.bool(false))
            .with("period", period)
            .with("timeofday", new Literal.Sequence(List.of(times)));
    return Schedule.read(new Field("Job 'x': schedule", schedule));
  }

  @Test
  void readsThePeriods() {
    assertEquals(new Schedule.Daily(), read(DAY).period());
    assertEquals(
        new Schedule.Weekly(DayOfWeek.MONDAY), read(pair(Literal.text("week"), 0)).period());
    assertEquals(
        new Schedule.Weekly(DayOfWeek.SUNDAY), read(pair(Literal.text("week"), 6)).period());
    assertEquals(new Schedule.Monthly(28), read(pair(Literal.text("month_begin"), 28)).period());
  }

  @Test
  void readsTimesSortedAndOnceAndSkipsNone() {
    Literal asList = new Literal.Sequence(List.of(Literal.integer(0), Literal.integer(0)));
    assertEquals(
        List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(23, 59)),
        read(DAY, time(23, 59), Literal.none(), time(2, 30), asList, time(2, 30)).times());
  }

  @ParameterizedTest
  @MethodSource("periods")
  void readsWhatItWroteAndKeepsOtherEntries(Schedule.Period period) {
    Schedule schedule =
        new Schedule(true, period, List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59)));
    Literal.Dict before = Literal.Dict.EMPTY.with("future", DAY).with("disabled", Literal.none());

    Literal.Dict written = schedule.write(before);

    assertEquals(schedule, Schedule.read(new Field("Job 'x': schedule", written)));
    assertEquals(Optional.of(DAY), written.get("future"));
  }

  static Stream<Schedule.Period> periods() {
    return Stream.of(
        new Schedule.Daily(),
        new Schedule.Weekly(DayOfWeek.MONDAY),
        new Schedule.Weekly(DayOfWeek.SUNDAY),
        new Schedule.Monthly(1),
        new Schedule.Monthly(28));
  }

  static Stream<Literal> senselessPeriods() {
    return Stream.of(
        Literal.text("year"),
        Literal.none(),
        Literal.Dict.EMPTY,
        new Literal.Tuple(List.of()),
        pair(Literal.text("week"), 7),
        pair(Literal.text("week"), -1),
        pair(Literal.text("month_begin"), 0),
        pair(Literal.text("month_begin"), 29),
        pair(Literal.text("month_end"), 1),
        pair(Literal.integer(1), 1));
  }

  @ParameterizedTest
  @MethodSource("senselessPeriods")
  void refusesSenselessPeriodsByTheirPlace(Literal period) {
    var refused = assertThrows(ConfigurationException.class, () -> read(period));
    assertTrue(refused.what().startsWith("Job 'x': schedule: period "), refused.what());
  }

  static Stream<Literal> senselessTimes() {
    return Stream.of(
        time(24, 0),
        time(0, 60),
        time(-1, 0),
        Literal.integer(2),
        Literal.text("02:30"),
        new Literal.Tuple(List.of(Literal.integer(2))),
        new Literal.Tuple(List.of(new Literal.Real(2.0), Literal.integer(0))));
  }

  @ParameterizedTest
  @MethodSource("senselessTimes")
  void refusesSenselessTimesByTheirPlace(Literal time) {
    var refused = assertThrows(ConfigurationException.class, () -> read(DAY, time));
    assertTrue(refused.what().startsWith("Job 'x': schedule: timeofday "), refused.what());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 29, 31, 40})
  void noMonthlyScheduleIsMadeForADayThatNotEveryMonthHas(int day) {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Monthly(day));
  }
}
