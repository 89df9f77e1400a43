package org.mkbackup.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.Job;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.port.Scheduler;

/** What every {@link Scheduler} promises. */
public abstract class SchedulerContract {
  protected static final Path PROGRAM = Path.of("/opt/mkbackup-1.0/bin/mkbackup");

  /** A scheduler whose table is empty when a test begins; the same one for all of the test. */
  protected abstract Scheduler scheduler();

  /**
   * What is in the table, a line for each time of day, as {@code MINUTE HOUR DAY-OF-MONTH * WEEKDAY
   * PROGRAM JOB}.
   */
  protected abstract List<String> table();

  protected static Job job(String id, Schedule schedule) {
    return new Job(
        new JobId(id),
        Literal.Dict.EMPTY
            .with("target", Literal.text("nas"))
            .with("schedule", schedule.write(Literal.Dict.EMPTY)));
  }

  protected static Job daily(String id, LocalTime... times) {
    return job(id, new Schedule(false, new Schedule.Daily(), List.of(times)));
  }

  @Test
  void hasALineForEachTimeOfDay() {
    scheduler().replace(List.of(daily("a", LocalTime.of(2, 30), LocalTime.of(14, 5))), PROGRAM);
    assertEquals(List.of("30 2 * * * " + PROGRAM + " a", "5 14 * * * " + PROGRAM + " a"), table());
  }

  @Test
  void knowsWeeksAndMonths() {
    List<LocalTime> midnight = List.of(LocalTime.MIDNIGHT);
    scheduler()
        .replace(
            List.of(
                job("m", new Schedule(false, new Schedule.Monthly(28), midnight)),
                job("mon", new Schedule(false, new Schedule.Weekly(DayOfWeek.MONDAY), midnight)),
                job("sun", new Schedule(false, new Schedule.Weekly(DayOfWeek.SUNDAY), midnight))),
            PROGRAM);
    assertEquals(
        List.of(
            "0 0 28 * * " + PROGRAM + " m",
            "0 0 * * 1 " + PROGRAM + " mon",
            "0 0 * * 7 " + PROGRAM + " sun"),
        table());
  }

  @Test
  void leavesOutWhatDoesNotRunByItself() {
    Job manual = new Job(new JobId("m"), Literal.Dict.EMPTY.with("target", Literal.text("nas")));
    Job disabled = job("d", new Schedule(true, new Schedule.Daily(), List.of(LocalTime.NOON)));
    scheduler().replace(List.of(manual, disabled, daily("timeless")), PROGRAM);
    assertEquals(List.of(), table());
  }

  @Test
  void forgetsWhatWasThereBefore() {
    scheduler().replace(List.of(daily("a", LocalTime.NOON)), PROGRAM);
    scheduler().replace(List.of(daily("b", LocalTime.NOON)), PROGRAM);
    assertEquals(List.of("0 12 * * * " + PROGRAM + " b"), table());
    scheduler().replace(List.of(), PROGRAM);
    assertEquals(List.of(), table());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a b/mkbackup",
        "/a%b",
        "/a\nb",
        "/a;b",
        "/$(a)",
        "/a'b",
        "/a\\b",
        "/ä",
        "relative/mkbackup",
        "/*/mkbackup",
        "/~/#"
      })
  void refusesAProgramThatATableMightReadAsSomethingElseAndStaysAsItWas(String program) {
    scheduler().replace(List.of(daily("a", LocalTime.NOON)), PROGRAM);
    List<Job> jobs = List.of(daily("b", LocalTime.NOON));
    assertThrows(ConfigurationException.class, () -> scheduler().replace(jobs, Path.of(program)));
    assertEquals(List.of("0 12 * * * " + PROGRAM + " a"), table());
  }
}
