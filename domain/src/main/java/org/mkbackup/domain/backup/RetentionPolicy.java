package org.mkbackup.domain.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.mkbackup.domain.failure.ConfigurationException;

/**
 * How many good backups of a job are kept. Each rule says by itself which ones it keeps; what none
 * of them keeps may go.
 *
 * @param last how many of the newest, whenever they were made; 1 at least
 * @param daily for how many days that have a backup the newest one of the day is kept
 * @param weekly the same for weeks, which begin on Monday
 * @param monthly the same for months
 * @param yearly the same for years
 * @param within all that are at most so much older than the newest one. Not than now: time that
 *     passes without a good backup is no reason to remove one
 */
public record RetentionPolicy(
    int last, int daily, int weekly, int monthly, int yearly, Period within) {

  /** Nothing but the newest one. */
  public static final RetentionPolicy NEWEST = new RetentionPolicy(1, 0, 0, 0, 0, Period.ZERO);

  /** A good backup, and when it was finished. */
  public record Generation(BackupId id, Instant finished) {}

  private record Rule(String word, int count, Function<LocalDate, String> span) {}

  public RetentionPolicy {
    if (last < 1
        || Math.min(Math.min(daily, weekly), Math.min(monthly, yearly)) < 0
        || within.isNegative()) {
      throw new ConfigurationException(
          "No retention keeps less than nothing, or not the last backup",
          "Keep the last one at least");
    }
  }

  /**
   * Why each of a job's backups is kept. Nothing is said of one that may go.
   *
   * @param newestFirst all good backups of the job
   * @param zone whose days, weeks, months and years count
   */
  public Map<BackupId, List<String>> reasons(List<Generation> newestFirst, ZoneId zone) {
    Map<BackupId, List<String>> reasons = new LinkedHashMap<>();
    newestFirst.stream().limit(last).forEach(kept -> add(reasons, kept, "last " + last));
    for (Rule rule : rules()) {
      Set<String> spans = new HashSet<>();
      for (Generation generation : newestFirst) {
        String span = rule.span().apply(LocalDate.ofInstant(generation.finished(), zone));
        if (spans.size() < rule.count() && spans.add(span)) {
          add(reasons, generation, rule.word() + " " + span);
        }
      }
    }
    if (!newestFirst.isEmpty() && !within.isZero()) {
      Instant oldest = newestFirst.get(0).finished().atZone(zone).minus(within).toInstant();
      newestFirst.stream()
          .filter(generation -> !generation.finished().isBefore(oldest))
          .forEach(kept -> add(reasons, kept, "within " + words(within)));
    }
    return reasons;
  }

  private static void add(Map<BackupId, List<String>> reasons, Generation kept, String reason) {
    reasons.computeIfAbsent(kept.id(), id -> new ArrayList<>()).add(reason);
  }

  private List<Rule> rules() {
    return List.of(
        new Rule("daily", daily, LocalDate::toString),
        new Rule("weekly", weekly, RetentionPolicy::week),
        new Rule(
            "monthly", monthly, day -> day.toString().substring(0, day.toString().length() - 3)),
        new Rule("yearly", yearly, day -> String.valueOf(day.getYear())));
  }

  private static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static String words(Period period) {
    StringJoiner words = new StringJoiner(" ");
    count(words, period.getYears(), "year");
    count(words, period.getMonths(), "month");
    count(words, period.getDays(), "day");
    return words.toString();
  }

  private static void count(StringJoiner words, int number, String unit) {
    if (number > 0) {
      words.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }

  /** For people: {@code last 3, daily 7, within 14 days}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    text.add("last " + last);
    rules().stream()
        .filter(rule -> rule.count() > 0)
        .forEach(rule -> text.add(rule.word() + " " + rule.count()));
    if (!within.isZero()) {
      text.add("within " + words(within));
    }
    return text.toString();
  }
}
