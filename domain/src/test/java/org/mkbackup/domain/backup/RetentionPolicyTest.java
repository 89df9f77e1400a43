package org.mkbackup.domain.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mkbackup.domain.backup.RetentionPolicy.Generation;
import org.mkbackup.domain.failure.ConfigurationException;

class RetentionPolicyTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Why each is kept, of backups that were finished at these times, by their times. */
  private static Map<String, List<String>> kept(RetentionPolicy policy, String... newestFirst) {
    List<Generation> generations = new ArrayList<>();
    for (String time : newestFirst) {
      generations.add(new Generation(new BackupId(time), Instant.parse(time + ":00Z")));
    }
    Map<String, List<String>> kept = new TreeMap<>();
    policy.reasons(generations, BERLIN).forEach((id, reasons) -> kept.put(id.value(), reasons));
    return kept;
  }

  @Test
  void keepsTheNewestIfNothingElseIsSaid() {
    assertEquals(
        Map.of("2026-11-24T01:30", List.of("last 1")),
        kept(RetentionPolicy.NEWEST, "2026-11-24T01:30", "2026-11-23T01:30"));
    assertEquals(Map.of(), kept(RetentionPolicy.NEWEST));
  }

  @Test
  void keepsTheNewestOfEachDayThatHasOne() {
    assertEquals(
        Map.of(
            "2026-11-24T12:00", List.of("last 1", "daily 2026-11-24"),
            "2026-11-20T12:00", List.of("daily 2026-11-20")),
        kept(
            new RetentionPolicy(1, 2, 0, 0, 0, Period.ZERO),
            "2026-11-24T12:00",
            "2026-11-24T01:30",
            "2026-11-20T12:00",
            "2026-11-20T01:30",
            "2026-11-19T01:30"));
  }

  @Test
  void takesTheDaysOfTheMachinesZone() {
    assertEquals(
        Map.of(
            "2026-11-24T23:30", List.of("last 1", "daily 2026-11-25"),
            "2026-11-24T22:30", List.of("daily 2026-11-24")),
        kept(
            new RetentionPolicy(1, 2, 0, 0, 0, Period.ZERO),
            "2026-11-24T23:30",
            "2026-11-24T22:30",
            "2026-11-23T23:30"));
  }

  @Test
  void beginsWeeksOnMondayAndCountsThemInTheirOwnYear() {
    assertEquals(
        Map.of(
            "2027-01-04T12:00", List.of("last 1", "weekly 2027-W01"),
            "2027-01-03T12:00", List.of("weekly 2026-W53")),
        kept(
            new RetentionPolicy(1, 0, 2, 0, 0, Period.ZERO),
            "2027-01-04T12:00",
            "2027-01-03T12:00",
            "2026-12-28T12:00",
            "2026-12-27T12:00"));
  }

  @Test
  void keepsTheNewestOfMonthsAndYears() {
    assertEquals(
        Map.of(
            "2026-11-24T12:00", List.of("last 1", "monthly 2026-11", "yearly 2026"),
            "2026-10-31T12:00", List.of("monthly 2026-10"),
            "2025-12-31T12:00", List.of("yearly 2025")),
        kept(
            new RetentionPolicy(1, 0, 0, 2, 2, Period.ZERO),
            "2026-11-24T12:00",
            "2026-11-01T12:00",
            "2026-10-31T12:00",
            "2025-12-31T12:00",
            "2025-12-30T12:00"));
  }

  @Test
  void measuresFromTheNewestOneAndNotFromNow() {
    assertEquals(
        Map.of(
            "2001-03-31T12:00", List.of("last 1", "within 1 month"),
            "2001-02-28T13:00", List.of("within 1 month")),
        kept(
            new RetentionPolicy(1, 0, 0, 0, 0, Period.ofMonths(1)),
            "2001-03-31T12:00",
            "2001-02-28T13:00",
            "2001-02-28T10:00"));
  }

  @Test
  void saysWhatItKeeps() {
    assertEquals("last 1", RetentionPolicy.NEWEST.toString());
    assertEquals(
        "last 3, daily 7, weekly 4, monthly 12, yearly 2, within 1 year 14 days",
        new RetentionPolicy(3, 7, 4, 12, 2, Period.of(1, 0, 14)).toString());
  }

  @Test
  void refusesToKeepNothing() {
    for (int[] numbers : new int[][] {{0, 1}, {1, -1}}) {
      assertThrows(
          ConfigurationException.class,
          () -> new RetentionPolicy(numbers[0], numbers[1], 0, 0, 0, Period.ZERO));
    }
    assertThrows(
        ConfigurationException.class, () -> new RetentionPolicy(1, 0, 0, 0, 0, Period.ofDays(-1)));
  }
}
