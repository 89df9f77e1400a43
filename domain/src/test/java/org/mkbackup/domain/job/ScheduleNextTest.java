package org.mkbackup.domain.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleNextTest {

  @Provide
  Arbitrary<ZonedDateTime> moments() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Kathmandu")
            .map(ZoneId::of);
    Arbitrary<Instant> instants =
        Arbitraries.longs()
            .between(946_684_800, Instant.parse("2040-01-01T00:00:00Z").getEpochSecond())
            .map(Instant::ofEpochSecond);
    return Combinators.combine(zones, instants)
        .flatAs(
            (zone, instant) ->
                // Half of them close to a change of the clocks, where there is one.
                Arbitraries.longs()
                    .between(-100_000, 100_000)
                    .map(
                        seconds ->
                            Optional.ofNullable(zone.getRules().nextTransition(instant))
                                .filter(change -> seconds % 2 == 0)
                                .map(change -> change.getInstant().plusSeconds(seconds))
                                .orElse(instant)
                                .atZone(zone)));
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<Schedule.Period> periods =
        Arbitraries.oneOf(
            Arbitraries.just(new Schedule.Daily()),
            Arbitraries.of(DayOfWeek.class).map(Schedule.Weekly::new),
            Arbitraries.integers().between(1, 28).map(Schedule.Monthly::new));
    Arbitrary<List<LocalTime>> times =
        Arbitraries.integers()
            .between(0, 24 * 60 - 1)
            .map(minute -> LocalTime.of(minute / 60, minute % 60))
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    return Combinators.combine(periods, times).as((period, at) -> new Schedule(false, period, at));
  }

  @Property(tries = 500)
  void theNextTimeIsWhenCronRunsTheJob(
      @ForAll("schedules") Schedule schedule, @ForAll("moments") ZonedDateTime now) {
    assertEquals(
        Optional.of(new MinuteByMinute(schedule, now).firstRun()), schedule.nextAfter(now));
  }

  @ParameterizedTest
  @CsvSource({
    // Skipped by summer time and made up for at the change, twice in the night of winter time, and
    // shortly after the first.
    "2024-03-31T00:00+01:00[Europe/Berlin], 2024-03-31T03:00+02:00[Europe/Berlin]",
    "2024-10-27T00:00+02:00[Europe/Berlin], 2024-10-27T02:30+02:00[Europe/Berlin]",
    "2024-10-27T02:30+02:00[Europe/Berlin], 2024-10-28T02:30+01:00[Europe/Berlin]",
    "2024-10-27T02:15+01:00[Europe/Berlin], 2024-10-28T02:30+01:00[Europe/Berlin]",
    // A day that never was.
    "2011-12-29T12:00-10:00[Pacific/Apia], 2011-12-31T02:30+14:00[Pacific/Apia]",
    // Due this very moment: the next is tomorrow's.
    "2024-06-01T02:30+02:00[Europe/Berlin], 2024-06-02T02:30+02:00[Europe/Berlin]",
  })
  void aDailyJobFollowsTheClocks(ZonedDateTime now, ZonedDateTime next) {
    Schedule schedule = new Schedule(false, new Schedule.Daily(), List.of(LocalTime.of(2, 30)));
    assertEquals(Optional.of(next), schedule.nextAfter(now));
  }

  @Test
  void timesThatTheClocksSkipAcrossMidnightAllComeAtTheChange() {
    Schedule schedule =
        new Schedule(
            false, new Schedule.Daily(), List.of(LocalTime.of(23, 45), LocalTime.of(0, 10)));
    assertEquals(
        Optional.of(ZonedDateTime.parse("1919-03-31T00:30-04:00[America/Toronto]")),
        schedule.nextAfter(ZonedDateTime.parse("1919-03-30T23:00-05:00[America/Toronto]")));
    assertEquals(
        Optional.of(ZonedDateTime.parse("1919-03-31T23:45-04:00[America/Toronto]")),
        schedule.nextAfter(ZonedDateTime.parse("1919-03-31T00:35-04:00[America/Toronto]")));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-28T02:30Z, 2024-03-28T02:30Z",
    "2024-02-28T02:29:59Z, 2024-02-28T02:30Z",
    "2023-12-31T00:00Z, 2024-01-28T02:30Z",
  })
  void aMonthlyJobRunsOnceAMonth(ZonedDateTime now, ZonedDateTime next) {
    Schedule schedule = new Schedule(false, new Schedule.Monthly(28), List.of(LocalTime.of(2, 30)));
    assertEquals(Optional.of(next), schedule.nextAfter(now));
  }

  @Test
  void aJobThatIsDisabledOrHasNoTimesIsNeverDue() {
    ZonedDateTime now = ZonedDateTime.parse("2024-01-01T00:00Z");
    Schedule.Period daily = new Schedule.Daily();
    assertEquals(
        Optional.empty(), new Schedule(true, daily, List.of(LocalTime.NOON)).nextAfter(now));
    assertEquals(Optional.empty(), new Schedule(false, daily, List.of()).nextAfter(now));
  }
}
