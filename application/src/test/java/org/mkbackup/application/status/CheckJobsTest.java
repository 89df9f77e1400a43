package org.mkbackup.application.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.mkbackup.application.job.JobMention;
import org.mkbackup.application.job.StraySettings;
import org.mkbackup.application.status.JobCheck.State;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.job.CheckLevels;
import org.mkbackup.domain.job.CheckLevels.At;
import org.mkbackup.domain.job.CheckLevels.Levels;
import org.mkbackup.domain.job.CheckLevels.Never;
import org.mkbackup.domain.job.JobId;
import org.mkbackup.domain.job.Schedule;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;
import org.mkbackup.domain.run.RunState.Phase;

class CheckJobsTest {
  private static final long NOBODY = 1L << 23;
  private static final Literal.Dict MANUAL =
      Literal.Dict.EMPTY.with("target", Literal.text("shelf"));

  private final ManagedSite site =
      new ManagedSite(
          Literal.Dict.EMPTY
              .with("day", scheduled(false))
              .with("off", scheduled(true))
              .with("manual", MANUAL)
              .with("broken", Literal.Dict.EMPTY));
  private CheckLevels levels = CheckLevels.USUAL;
  private List<JobMention> mentions = List.of();
  private final CheckJobs check =
      new CheckJobs(
          new ShowStatus(site.jobs, site.runs, site.clock),
          site.jobs,
          job -> levels,
          new StraySettings(site.host, site.jobs, () -> mentions),
          site.clock);

  private static Literal.Dict scheduled(boolean disabled) {
    return MANUAL.with(
        "schedule",
        new Schedule(disabled, new Schedule.Daily(), List.of(LocalTime.of(2, 30)))
            .write(Literal.Dict.EMPTY));
  }

  private JobCheck of(String job) {
    return check.one(new JobId(job));
  }

  private void ran(String job, Duration age, boolean success, long size, Optional<GoodRun> before) {
    Instant end = ManagedSite.NOW.minus(age);
    site.journal.write(
        site.context.stateFile(new JobId(job)),
        new RunState(
            Phase.FINISHED,
            NOBODY,
            end.minusSeconds(300),
            Optional.of(end),
            success,
            "2026-11-24 02:30:00 a line\n2026-11-24 02:31:00 ERROR: It is full.\n",
            10,
            success ? Optional.of(size) : Optional.empty(),
            new NextSchedule.Never(),
            before));
  }

  private static Optional<GoodRun> before(long size) {
    return Optional.of(new GoodRun(ManagedSite.NOW.minus(Duration.ofHours(30)), size));
  }

  private static double metric(JobCheck check, String name) {
    return check.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .mapToDouble(JobCheck.Metric::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGoodRunIsOkAndItsNumbersAreTold() {
    ran("day", Duration.ofHours(3), true, 2048, before(1600));

    JobCheck told = of("day");

    assertEquals(State.OK, told.state());
    assertEquals(
        "The last run was good and took 5 min, last good backup 3 h ago with 2.00 KiB (+28.0%)",
        told.text());
    assertEquals(10_800, metric(told, "age"));
    assertEquals(300, metric(told, "duration"));
    assertEquals(2048, metric(told, "size"));
    assertEquals(28, metric(told, "size_change"), 1e-9);
  }

  @Test
  void aBackupOfTheFutureIsNotGoodUntilThen() {
    ran("day", Duration.ofDays(-300), true, 1, Optional.empty());

    JobCheck told = of("day");

    assertEquals(State.WARN, told.state());
    assertEquals(0, metric(told, "age"));
    assertTrue(told.text().endsWith("the clock was, or is, wrong(!)"), told.text());
    ran("day", Duration.ofMinutes(-5), true, 1, Optional.empty());
    assertEquals(State.OK, of("day").state(), "clocks differ a little");
  }

  @Test
  void aRunWhoseClockWasSetBackTookNoTimeRatherThanLess() {
    site.journal.write(
        site.context.stateFile(new JobId("day")),
        new RunState(
            Phase.FINISHED,
            NOBODY,
            ManagedSite.NOW,
            Optional.of(ManagedSite.NOW.minusSeconds(3600)),
            true,
            "",
            10,
            Optional.of(1L),
            new NextSchedule.Never(),
            Optional.empty()));

    assertEquals(0, metric(of("day"), "duration"));
  }

  @ParameterizedTest
  @CsvSource({"PT48H,OK", "PT49H,WARN", "PT72H,WARN", "PT73H,CRIT"})
  void anAgeIsGoodForTwiceThePeriodAndBadAfterThree(Duration age, State state) {
    ran("day", age, true, 1, Optional.empty());
    ran("manual", age, true, 1, Optional.empty());

    assertEquals(state, of("day").state());
    assertEquals(State.OK, of("manual").state(), "nobody knows when it should run");
  }

  @Test
  void levelsThatAreSetHoldForJobsWithoutASchedule() {
    Levels never = new Levels(new Never(), new Never());
    levels = new CheckLevels(new Levels(new At(3600), new At(7200)), never, never);
    ran("manual", Duration.ofMinutes(90), true, 1, Optional.empty());

    assertEquals(State.WARN, of("manual").state());
    assertTrue(of("manual").text().endsWith(", age above 1 h(!)"), of("manual").text());
  }

  @ParameterizedTest
  @CsvSource({"1501,WARN", "1500,OK", "500,OK", "499,WARN", "0,CRIT", "1901,CRIT"})
  void aSizeMayChangeSoFarEitherWay(long size, State state) {
    levels =
        new CheckLevels(
            CheckLevels.USUAL.age(),
            CheckLevels.USUAL.duration(),
            new Levels(new At(50), new At(90)));
    ran("day", Duration.ofHours(1), true, size, before(1000));

    assertEquals(state, of("day").state(), of("day").text());
  }

  @Test
  void aRunMayTakeSoLong() {
    levels =
        new CheckLevels(
            CheckLevels.USUAL.age(),
            new Levels(new At(60), new At(200)),
            CheckLevels.USUAL.sizeChange());
    ran("day", Duration.ofHours(1), true, 1, Optional.empty());

    assertEquals(State.CRIT, of("day").state());
    assertTrue(of("day").text().endsWith("duration above 3 min 20 s(!!)"), of("day").text());
  }

  @Test
  void aFailedRunIsCriticalWithItsReasonAndTheAgeOfTheLastGoodOne() {
    ran("day", Duration.ofHours(1), false, 0, before(1000));

    assertEquals(State.CRIT, of("day").state());
    assertEquals(
        "The last run failed: It is full, last good backup 1 d 6 h ago with 1000 B",
        of("day").text());
    assertEquals(108_000, metric(of("day"), "age"));
  }

  @Test
  void aRunWhoseProcessIsGoneIsCritical() {
    site.ran("day", Phase.RUNNING, NOBODY, ManagedSite.NOW.minusSeconds(60), false);

    assertEquals(State.CRIT, of("day").state());
    assertEquals("The last run was killed: its process is gone", of("day").text());
  }

  @Test
  void aRunAtWorkIsOk() {
    site.ran("day", Phase.RUNNING, ProcessHandle.current().pid(), FAR, false);

    assertEquals(State.OK, of("day").state(), of("day").text());
  }

  @Test
  void ofARunAtWorkItIsToldForHowLongNoByteMoved() {
    Instant started = ManagedSite.NOW.minusSeconds(3600);
    wroteWhileRunning(started, ManagedSite.NOW.minusSeconds(1200));
    assertTrue(
        of("day").text().startsWith("Running for 1 h, no byte moved for 20 min"), of("day").text());
    assertEquals(State.OK, of("day").state());

    wroteWhileRunning(started, ManagedSite.NOW.minusSeconds(59));
    assertEquals("Running for 1 h", of("day").text());
  }

  private void wroteWhileRunning(Instant started, Instant moved) {
    RunState running =
        new RunState(
            Phase.RUNNING,
            ProcessHandle.current().pid(),
            started,
            Optional.empty(),
            false,
            "",
            10,
            Optional.empty(),
            new NextSchedule.Never(),
            Optional.empty(),
            Optional.of(moved));
    site.journal.write(site.context.stateFile(new JobId("day")), running);
  }

  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  @Test
  void aJobThatNeverRanIsWarnedAbout() {
    assertEquals(new JobCheck("day", State.WARN, List.of(), "It never ran"), of("day"));
  }

  @Test
  void aDisabledJobIsOkWhateverItDid() {
    assertEquals(State.OK, of("off").state());
    ran("off", Duration.ofDays(300), false, 0, Optional.empty());

    assertEquals(State.OK, of("off").state());
    assertTrue(of("off").text().startsWith("Its schedule is disabled, "), of("off").text());
  }

  @Test
  void aJobThatMakesNoSenseIsCriticalAmongTheOthers() {
    List<JobCheck> all = check.all();

    assertEquals(
        List.of("broken", "day", "manual", "off"), all.stream().map(JobCheck::job).toList());
    assertEquals(State.CRIT, all.get(0).state());
    assertTrue(all.get(0).text().contains("has no 'target'"), all.get(0).text());
  }

  @Test
  void aJobThatSettingsMissByALetterWarns() {
    ran("manual", Duration.ofHours(1), true, 1000, Optional.empty());
    mentions = List.of(new JobMention(new JobId("manul"), "mkbackup.conf:7", false));

    assertEquals(State.WARN, of("manual").state());
    assertTrue(of("manual").text().contains("mkbackup.conf:7 has settings for a job 'manul'"));
    assertFalse(of("day").text().contains("manul"));
  }

  @Test
  void aStateThatCannotBeReadIsCritical() {
    site.journal.spoil(site.context.stateFile(new JobId("day")));

    assertEquals(State.CRIT, of("day").state());
    assertTrue(of("day").text().contains("day.state can't be read"), of("day").text());
  }

  @Test
  void settingsOfAJobThatWasRemovedAreTold() {
    ran("manual", Duration.ofHours(1), true, 1000, Optional.empty());
    mentions = List.of(new JobMention(new JobId("gone"), "mkbackup.conf:7", false));

    assertEquals(State.OK, of("manual").state());
    assertTrue(of("manual").text().contains("a job 'gone', which isn't there"));
  }
}
