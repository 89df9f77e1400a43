package org.mkbackup.application.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mkbackup.application.ManagedSite;
import org.mkbackup.application.status.JobStatus.Attention;
import org.mkbackup.application.status.JobStatus.State;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.failure.ConfigurationException;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState.Phase;

class ShowStatusTest {
  /** No process has it: the kernel's numbers are smaller. */
  private static final long NOBODY = 1L << 23;

  private static final long ITSELF = ProcessHandle.current().pid();
  private static final Literal.Dict MANUAL =
      Literal.Dict.EMPTY.with("target", Literal.text("shelf"));

  private final ManagedSite site =
      new ManagedSite(
          Literal.Dict.EMPTY
              .with("day", scheduled(new Schedule.Daily(), false))
              .with("month", scheduled(new Schedule.Monthly(1), false))
              .with("off", scheduled(new Schedule.Daily(), true))
              .with("manual", MANUAL)
              .with("broken", Literal.Dict.EMPTY)
              .with("no id", MANUAL));
  private final ShowStatus show = new ShowStatus(site.jobs, site.runs, site.clock);

  private static Literal.Dict scheduled(Schedule.Period period, boolean disabled) {
    return MANUAL.with(
        "schedule",
        new Schedule(disabled, period, List.of(LocalTime.of(2, 30))).write(Literal.Dict.EMPTY));
  }

  private JobStatus status(String job) {
    return show.one(new JobId(job));
  }

  private static Instant ago(Duration age) {
    return ManagedSite.NOW.minus(age);
  }

  @ParameterizedTest
  @CsvSource({
    "day, P2D, false",
    "day, P2DT2M, true",
    "month, P62D, false",
    "month, P62DT2M, true",
    "off, P999D, false",
    "manual, P999D, false"
  })
  void aGoodRunIsGoodForTwiceItsPeriod(String job, Duration age, boolean isOverdue) {
    site.ran(job, Phase.FINISHED, NOBODY, ago(age), true);
    assertEquals(State.SUCCEEDED, status(job).state());
    assertEquals(
        isOverdue ? Optional.of(Attention.OVERDUE) : Optional.empty(), status(job).attention());
  }

  @Test
  void aJobThatNeverRanIsMarked() {
    assertEquals(State.NEVER, status("manual").state());
    assertEquals(Optional.of(Attention.NEVER_RAN), status("manual").attention());
  }

  @Test
  void aFailedRunIsMarked() {
    site.ran("day", Phase.FINISHED, NOBODY, ago(Duration.ofHours(1)), false);
    assertEquals(State.FAILED, status("day").state());
    assertEquals(Optional.of(Attention.FAILED), status("day").attention());
  }

  @ParameterizedTest
  @CsvSource({"STARTED", "RUNNING"})
  void aRunWhoseProcessIsGoneIsMarked(Phase phase) {
    site.ran("day", phase, NOBODY, ago(Duration.ofHours(1)), false);
    assertEquals(State.KILLED, status("day").state());
    assertEquals(Optional.of(Attention.KILLED), status("day").attention());
  }

  @Test
  void aProcessThatWasStartedAfterTheRunIsNotTheRuns() {
    site.ran("day", Phase.RUNNING, ITSELF, Instant.ofEpochSecond(1_000_000_000), false);
    assertEquals(State.KILLED, status("day").state());
  }

  @Test
  void aRunAtWorkIsGoodUntilItTakesTooLong() {
    Instant later = Instant.parse("2100-01-01T00:00:00Z");
    site.ran("day", Phase.RUNNING, ITSELF, later, false);
    assertEquals(State.RUNNING, status("day").state());
    assertEquals(Optional.empty(), status("day").attention());
  }

  @Test
  void aGoodRunOfTheFutureIsNotTakenForFresh() {
    site.ran("day", Phase.FINISHED, NOBODY, ManagedSite.NOW.plus(Duration.ofMinutes(50)), true);
    assertEquals(Optional.empty(), status("day").attention());

    site.ran("day", Phase.FINISHED, NOBODY, ManagedSite.NOW.plus(Duration.ofHours(2)), true);
    assertEquals(Optional.of(Attention.FUTURE), status("day").attention());
  }

  @Test
  void aStateThatCannotBeReadIsNotTakenForNone() {
    site.journal.spoil(site.context.stateFile(new JobId("day")));

    assertEquals(State.UNREADABLE, status("day").state());
    assertEquals(Optional.of(Attention.UNREADABLE), status("day").attention());
    assertTrue(status("day").detail().contains("day.state can't be read"), status("day").detail());
    site.runs.requireIdle(new JobId("day"));
  }

  @Test
  void tellsWhenAJobIsDueAgain() {
    assertEquals(new NextSchedule.At(Instant.parse("2093-11-25T02:30:00Z")), status("day").next());
    assertEquals(new NextSchedule.Disabled(), status("off").next());
    assertEquals(new NextSchedule.Never(), status("manual").next());
  }

  @Test
  void tellsHowLongARunTook() {
    site.ran("day", Phase.FINISHED, NOBODY, ago(Duration.ofHours(1)), true);
    assertEquals(Optional.of(Duration.ofMinutes(1)), status("day").duration(ManagedSite.NOW));
    assertEquals(Optional.empty(), status("off").duration(ManagedSite.NOW));
  }

  @Test
  void allJobsAreThereEvenThoseThatMakeNoSense() {
    List<JobStatus> all = show.all();
    assertEquals(
        List.of("broken", "day", "manual", "month", "no id", "off"),
        all.stream().map(JobStatus::id).toList());
    assertEquals(Optional.of(Attention.INVALID), all.get(0).attention());
    assertTrue(all.get(0).detail().startsWith("Job 'broken' has no 'target'"), all.get(0).detail());
    assertEquals(State.INVALID, all.get(4).state());
    assertThrows(ConfigurationException.class, () -> status("none"));
  }
}
